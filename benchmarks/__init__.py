"""What the kit costs, measured: ``python -m benchmarks``."""
