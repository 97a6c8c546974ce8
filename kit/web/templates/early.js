// Before the first paint: which sheet is asked for. So nothing flashes by that belongs to another, and its modules are on
// their way before anything asks for them. Before these lines stands what is generated: const first = {view: [module, …]}.
(() => {
  const root = document.documentElement;
  const view = /^#(c1|c2|p|b|i|w|d|k)(?:[/.]|$)/.exec(location.hash)?.[1] ?? "overzicht";
  root.classList.replace("no-js", "js");
  root.dataset.view = view;
  // Without its modules the page is what it is without scripts: a kit to read.
  addEventListener("error", ({ target }) => target?.localName === "script" && root.classList.replace("js", "no-js"), true);
  for (const name of first[view]) {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = new URL(name, document.currentScript.src).href;
    document.head.append(link);
  }
})();
