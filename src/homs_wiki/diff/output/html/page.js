"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const stops = [...document.querySelectorAll("[data-stop]")];
  const side = byId("side");
  const inline = byId("inline");
  const keys = byId("keys");
  let current = -1;

  const say = () => {
    byId("position").textContent = current < 0
      ? `${stops.length} places`
      : `${current + 1} of ${stops.length}`;
    byId("previous").disabled = current <= 0;
    byId("next").disabled = current >= stops.length - 1;
  };

  // What is laid out on the way may push the place away again, on a page of many changes.
  const reveal = (element, tries = 4) => {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const top = element.getBoundingClientRect().top;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const moved = Math.abs(element.getBoundingClientRect().top - top) > 2;
      if (moved && tries > 0) reveal(element, tries - 1);
    }));
  };

  const go = (index) => {
    if (index < 0 || index >= stops.length) return;
    current = index;
    stops[index].focus({ preventScroll: true });
    reveal(stops[index]);
    say();
  };

  // After a click or a link the walk goes on from there, not from where it was.
  const follow = (element) => {
    const index = stops.indexOf(element?.closest?.("[data-stop]"));
    if (index >= 0) {
      current = index;
      say();
    }
  };

  const toTarget = () => {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const stop = stops.findIndex((item) => item === target
      || target.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (target.matches(".row, .move, .hunk") && stop >= 0) current = stop;
    if (target.hasAttribute("tabindex")) target.focus({ preventScroll: true });
    if (target.matches("[data-stop]")) reveal(target);
    say();
  };

  const switchView = () => {
    const here = stops[current];
    const top = here?.getBoundingClientRect().top;
    (side.checked ? inline : side).checked = true;
    if (!here) return;
    window.scrollBy({ top: here.getBoundingClientRect().top - top, behavior: "instant" });
  };

  const toOtherPlace = () => stops[current]?.querySelector("a")?.click();

  const unfold = () => {
    const folds = [...document.querySelectorAll("details.fold")];
    const open = !folds.some((fold) => fold.open);
    for (const fold of folds) fold.open = open;
  };

  const showKeys = () => (keys.open ? keys.close() : keys.showModal());

  const actions = {
    n: () => go(current + 1),
    j: () => go(current + 1),
    p: () => go(current - 1),
    k: () => go(current - 1),
    m: toOtherPlace,
    s: switchView,
    f: unfold,
    "?": showKeys,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (keys.open && event.key !== "?") return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  document.addEventListener("focusin", (event) => follow(event.target));
  window.addEventListener("hashchange", toTarget);
  byId("previous").addEventListener("click", actions.p);
  byId("next").addEventListener("click", actions.n);
  byId("help").addEventListener("click", showKeys);
  byId("close").addEventListener("click", showKeys);
  if (window.matchMedia("(max-width: 48rem)").matches) inline.checked = true;
  byId("walk").hidden = false;
  say();
  toTarget();
})();
