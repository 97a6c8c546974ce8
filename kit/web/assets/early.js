"use strict";

// Before the first paint: which sheet is asked for. So nothing flashes by that belongs to another.
(() => {
  const root = document.documentElement;
  const view = /^#(c1|c2|p|b|i|w|d|k)(?:[/.]|$)/.exec(location.hash);
  root.classList.replace("no-js", "js");
  root.dataset.view = view ? view[1] : "overzicht";
})();
