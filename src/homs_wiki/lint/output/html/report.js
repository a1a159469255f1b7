"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const root = document.documentElement;
  const severities = ["error", "warning", "note"];
  const [rule, file, words, theme, keys] = ["rule", "file", "words", "theme", "keys"].map(byId);
  const checks = all("[name=severity]");

  const findings = all(".f").map((element) => ({
    element,
    number: element.id.slice(1),
    severity: severities.find((name) => element.classList.contains(name)),
    rule: element.dataset.r,
    file: element.closest(".file"),
    text: "",
    shown: true,
  }));
  const byNumber = new Map(findings.map((finding) => [finding.number, finding]));
  const numbersOf = (mark) => mark.dataset.f.split(" ");
  let shown = findings;
  let current = null;

  const say = () => {
    const at = shown.indexOf(current);
    byId("position").textContent = byId("position").dataset.of
      .replace("{n}", at < 0 ? "–" : at + 1)
      .replace("{all}", shown.length);
    byId("previous").disabled = at <= 0;
    byId("next").disabled = shown.length === 0 || at >= shown.length - 1;
  };

  const scrollList = (element) => {
    const list = element.closest(".list");
    const box = list.getBoundingClientRect();
    list.scrollTop += element.getBoundingClientRect().top - box.top - box.height / 3;
  };

  // What is laid out on the way may push the place away again, on a long page.
  const reveal = (element, tries = 5) => {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const top = element.getBoundingClientRect().top;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const moved = Math.abs(element.getBoundingClientRect().top - top) > 2;
      if (moved && tries > 0) reveal(element, tries - 1);
      else if (current) scrollList(current.element);
    }));
  };

  const marksOf = (finding) => all(`mark[data-f~="${finding.number}"]`, finding.file);

  const describe = (finding) => {
    const detail = byId("detail");
    const copy = finding.element.cloneNode(true);
    detail.replaceChildren(...copy.childNodes);
    detail.className = `detail ${finding.severity}`;
    detail.hidden = false;
  };

  const leave = () => {
    if (!current) return;
    current.element.removeAttribute("aria-current");
    for (const mark of all(".here", current.file)) mark.classList.remove("here");
    current = null;
    byId("detail").hidden = true;
  };

  const go = (finding) => {
    if (!finding) return;
    leave();
    current = finding;
    finding.element.setAttribute("aria-current", "true");
    const marks = marksOf(finding);
    for (const mark of marks) {
      mark.classList.add("here");
      mark.closest(".row").classList.add("here");
    }
    const anchor = finding.element.querySelector(".to").hash.slice(1);
    const place = marks[0] ?? byId(anchor) ?? finding.file;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    describe(finding);
    reveal(place);
    say();
  };

  const step = (by) => {
    const at = shown.indexOf(current);
    go(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by]);
  };

  const passes = (finding, wanted, sought) => {
    if (!wanted.has(finding.severity)) return false;
    if (rule.value && finding.rule !== rule.value) return false;
    if (file.value && finding.file.id !== file.value) return false;
    if (!sought) return true;
    finding.text ||= finding.element.textContent.toLowerCase();
    return finding.text.includes(sought);
  };

  // A stretch looks as bad as the worst finding of it that is shown.
  const paint = (mark) => {
    const left = numbersOf(mark).map((number) => byNumber.get(number)).filter(({ shown }) => shown);
    const worst = severities.find((name) => left.some(({ severity }) => severity === name));
    if (mark.classList.contains(worst ?? "off")) return;
    mark.classList.remove(...severities, "off");
    mark.classList.add(worst ?? "off");
  };

  const filter = () => {
    const wanted = new Set(checks.filter(({ checked }) => checked).map(({ value }) => value));
    const sought = words.value.trim().toLowerCase();
    const files = new Set();
    for (const finding of findings) {
      const passed = passes(finding, wanted, sought);
      if (passed) files.add(finding.file);
      if (passed !== finding.shown) {
        finding.shown = passed;
        finding.element.hidden = !passed;
      }
    }
    shown = findings.filter((finding) => finding.shown);
    for (const section of all(".file")) section.hidden = !files.has(section);
    for (const mark of all("mark")) paint(mark);
    byId("nothing").hidden = shown.length > 0 || findings.length === 0;
    if (current && !current.shown) leave();
    say();
  };

  const clear = () => {
    words.value = rule.value = file.value = "";
    for (const check of checks) check.checked = true;
    filter();
  };

  const onlyRule = () => {
    rule.value = rule.value || !current ? "" : current.rule;
    const here = current;
    filter();
    go(here);
  };

  const setTheme = (name) => {
    theme.value = name;
    if (name) root.dataset.theme = name;
    else delete root.dataset.theme;
    try { localStorage.setItem("homs-wiki-theme", name); } catch { /* not kept, then */ }
  };
  const isDark = () => (theme.value
    ? theme.value === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches);

  const showKeys = () => (keys.open ? keys.close() : keys.showModal());
  const toFilter = () => { words.focus(); words.select(); };

  const actions = {
    n: () => step(1),
    j: () => step(1),
    p: () => step(-1),
    k: () => step(-1),
    r: onlyRule,
    t: () => setTheme(isDark() ? "light" : "dark"),
    "/": toFilter,
    "?": showKeys,
    Escape: clear,
  };

  const typing = (target) => target.matches("input[type=search], select");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (keys.open && event.key !== "?") return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      else if (event.key === "Enter" && event.target === words) go(shown[0]);
      else return;
      event.preventDefault();
      return;
    }
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    const link = event.target.closest(".f a.to");
    const manual = event.target.closest("a.r");
    if (link) {
      event.preventDefault();
      go(byNumber.get(link.parentElement.id.slice(1)));
    } else if (mark && getSelection().isCollapsed) {
      const here = numbersOf(mark).map((number) => byNumber.get(number)).filter((each) => each.shown);
      go(here[(here.indexOf(current) + 1) % here.length]); // again: the next one of this place
    } else if (manual) {
      const details = byId(manual.hash.slice(1));
      if (details) details.open = true;
    }
  });

  const count = (key) => {
    const counts = new Map();
    for (const finding of findings) counts.set(finding[key], (counts.get(finding[key]) ?? 0) + 1);
    return counts;
  };

  const fill = () => {
    for (const [name, number] of [...count("rule")].sort(([a], [b]) => (a < b ? -1 : 1))) {
      rule.add(new Option(`${name} (${number})`, name));
    }
    const files = count("file");
    for (const [section, number] of files) {
      const name = section.querySelector("h2 bdi").textContent;
      file.add(new Option(`\u2068${name}\u2069 (${number})`, section.id));
    }
    file.hidden = files.size < 2;
    const bySeverity = count("severity");
    for (const element of all("[data-count]")) {
      element.textContent = bySeverity.get(element.dataset.count) ?? 0;
    }
    const total = byId("total").textContent;
    byId("what").textContent = total;
    document.title = total;
  };

  let saved = "";
  try { saved = localStorage.getItem("homs-wiki-theme") ?? ""; } catch { /* nothing was kept */ }
  if (["light", "dark"].includes(saved)) setTheme(saved);
  fill();
  let waiting;
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  for (const control of [rule, file, ...checks]) control.addEventListener("change", filter);
  theme.addEventListener("change", () => setTheme(theme.value));
  byId("filter").addEventListener("submit", (event) => event.preventDefault());
  byId("previous").addEventListener("click", actions.k);
  byId("next").addEventListener("click", actions.j);
  byId("help").addEventListener("click", showKeys);
  byId("close").addEventListener("click", showKeys);
  byId("walk").hidden = byId("filter").hidden = false;
  // A list is as high as the window below the bar, however many rows that has.
  new ResizeObserver(([bar]) => {
    root.style.setProperty("--bar", `${bar.target.offsetHeight}px`);
  }).observe(document.querySelector(".bar"));
  say();
})();
