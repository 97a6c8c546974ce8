// Before the first paint: which sheet is asked for. So nothing flashes by that belongs to another, and its modules and styles
// are on their way before anything asks for them. Before these lines stands what is generated: const first = {view: [file, …]}.
(() => {
  const root = document.documentElement;
  const view = /^#(c1|c2|p|b|i|w|d|k)(?:[/.]|$)/.exec(location.hash)?.[1] ?? "overzicht";
  // From a disk a browser loads no modules. That is not for want of scripts, so something else is said.
  if (location.protocol === "file:") return root.classList.add("from-disk");
  root.classList.replace("no-js", "js");
  root.dataset.view = view;
  // Without its modules the page is what it is without scripts: a kit to read.
  addEventListener("error", ({ target }) => target?.localName === "script" && root.classList.replace("js", "no-js"), true);
  for (const name of first[view]) {
    const link = document.createElement("link");
    if (name.endsWith("js")) link.rel = "modulepreload";
    else Object.assign(link, { rel: "preload", as: "style" });
    link.href = new URL(name, document.currentScript.src).href;
    document.head.append(link);
  }
})();
