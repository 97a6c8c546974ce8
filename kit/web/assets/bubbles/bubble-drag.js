// Dragging a card with a mouse, a finger or a pen: a shortcut for *Zet in een bol…*, which does the same.

import { el } from "../elements/el.js";

const START = 6;
const EDGE = 48;
const SPEED = 12;

/**
 * Lets cards be dragged within `root`: whatever has `data-card`, with a mouse anywhere on it, else by its grip.
 * `ghost(id)` makes what follows the pointer; `label(target)` the words for where it would land, or nothing where it may not;
 * `drop(id, target)` is called for a target: `{nis, half}` or `{tray: true}`. Gives what stops it.
 */
export function draggable(root, { allowed, ghost, label, drop }) {
  let pending = null;
  let moving = null;

  function down(event) {
    const card = event.target.closest("[data-card]");
    if (!card || !event.isPrimary || event.button !== 0 || !allowed()) return;
    const grip = event.target.closest(".grip");
    const mouse = event.pointerType === "mouse";
    if (mouse ? event.target.closest("button, input, .menu-list") : !grip) return;
    pending = { card, id: card.dataset.card, x: event.clientX, y: event.clientY, pointer: event.pointerId };
    // A link that is taken hold of would be dragged by the browser itself.
    if (!mouse || grip) event.preventDefault();
    listen(addEventListener);
  }

  function listen(change) {
    for (const [name, act] of [["pointermove", move], ["pointerup", up], ["pointercancel", cancel], ["blur", cancel]]) change(name, act);
    change("keydown", key, true);
  }

  function move(event) {
    if (event.pointerId !== (moving ?? pending)?.pointer) return;
    if (pending && Math.hypot(event.clientX - pending.x, event.clientY - pending.y) >= START) begin();
    if (!moving) return;
    moving.x = event.clientX;
    moving.y = event.clientY;
    follow();
  }

  function begin() {
    moving = { ...pending, picture: ghost(pending.id), over: null, where: null, sign: null, frame: 0 };
    pending = null;
    moving.card.classList.add("moving");
    document.documentElement.classList.add("dragging");
    document.body.append(moving.picture);
    getSelection()?.removeAllRanges();
    moving.frame = requestAnimationFrame(scroll);
  }

  function follow() {
    moving.picture.style.setProperty("transform", `translate(${moving.x + 12}px, ${moving.y + 12}px)`);
    const under = document.elementFromPoint(moving.x, moving.y);
    const place = root.contains(under) ? under.closest(".half[data-nis], .small-pick[data-nis], [data-drop]") : null;
    const where = place && target(place, moving.y);
    if (place === moving.over && where?.half === moving.where?.half) return;
    away();
    const words = place && label(moving.id, where);
    if (!words) return;
    moving.over = place;
    moving.where = where;
    moving.sign = el("span", { class: "drop-sign", "aria-hidden": "true" }, words);
    place.classList.add("over");
    place.append(moving.sign);
  }

  function away() {
    moving.over?.classList.remove("over");
    moving.sign?.remove();
    moving.over = null;
    moving.where = null;
    moving.sign = null;
  }

  /** Near the edge of the window the page goes along. */
  function scroll() {
    if (!moving) return;
    const by = moving.y < EDGE ? -SPEED : moving.y > innerHeight - EDGE ? SPEED : 0;
    if (by) {
      const before = scrollY;
      scrollBy({ top: by, behavior: "instant" });
      if (scrollY !== before) follow();
    }
    moving.frame = requestAnimationFrame(scroll);
  }

  function up(event) {
    if (event.pointerId !== (moving ?? pending)?.pointer) return;
    const found = moving?.over ? { id: moving.id, where: moving.where } : null;
    if (moving) swallowClick();
    stop();
    if (found) drop(found.id, found.where);
  }

  function key(event) {
    if (event.key !== "Escape" || !moving) return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  }

  function cancel() {
    stop();
  }

  function stop() {
    listen(removeEventListener);
    pending = null;
    if (!moving) return;
    away();
    cancelAnimationFrame(moving.frame);
    moving.card.classList.remove("moving");
    moving.picture.remove();
    document.documentElement.classList.remove("dragging");
    moving = null;
  }

  const noDrag = (event) => event.target.closest?.("[data-card]") && event.preventDefault();
  root.addEventListener("pointerdown", down);
  root.addEventListener("dragstart", noDrag);
  return () => {
    stop();
    root.removeEventListener("pointerdown", down);
    root.removeEventListener("dragstart", noDrag);
  };
}

/** A small bubble has no halves of its own: it takes a card in the half that the pointer is in. */
function target(place, y) {
  if (place.dataset.drop) return { tray: true };
  const { top, height } = place.getBoundingClientRect();
  return { nis: place.dataset.nis, half: place.dataset.half ?? (y < top + height / 2 ? "boven" : "onder") };
}

/** The click that ends a drag opens nothing. */
function swallowClick() {
  const swallow = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0);
}
