"""Small servers for the browser on this machine, and nobody else."""
