// What a reader may choose: large type, light or dark, reading aloud with the browser's own voice where it has one. A choice
// stays from page to page (choices.js). Without scripts the page is whole, and has no buttons.
(function () {
  "use strict";
  var root = document.documentElement;

  function keep(key, value) {
    try {
      if (value) localStorage.setItem("work-report-" + key, value);
      else localStorage.removeItem("work-report-" + key);
    } catch (error) { /* a browser that keeps nothing forgets the choice with the page */ }
  }

  // The button says what it does: a label that changes, and so no state besides, which would say the contrary.
  function elder(button) {
    var label = button.textContent;
    function apply() {
      var on = root.hasAttribute("data-elder");
      button.textContent = on ? button.getAttribute("data-leave") : label;
      if (on) document.querySelectorAll(".chart details").forEach(function (d) { d.open = true; });
    }
    button.addEventListener("click", function () {
      var on = !root.hasAttribute("data-elder");
      if (on) root.setAttribute("data-elder", "");
      else root.removeAttribute("data-elder");
      keep("elder", on ? "on" : "");
      apply();
    });
    apply();
  }

  function dark(button) {
    function isDark() {
      var chosen = root.getAttribute("data-theme");
      return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    }
    function apply() {
      button.setAttribute("aria-pressed", String(isDark()));
    }
    button.addEventListener("click", function () {
      var next = isDark() ? "light" : "dark";
      root.setAttribute("data-theme", next);
      keep("theme", next);
      apply();
    });
    apply();
  }

  // The page's text in its order, each piece in the language that it stands in.
  function pieces() {
    var found = [];
    var main = document.getElementById("main");
    var walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    var block = null;
    while (walker.nextNode()) {
      var parent = walker.currentNode.parentElement;
      if (!parent.getClientRects().length || parent.closest("svg, .sr, .around, .files, [hidden], details:not([open]) > :not(summary)")) continue;
      var text = walker.currentNode.data.replace(/\s+/g, " ");
      if (!text.trim()) continue;
      var around = parent.closest("h1, h2, h3, h4, p, li, th, td, dt, dd, summary, caption") || parent;
      var lang = parent.closest("[lang]").lang;
      var last = found[found.length - 1];
      if (last && block === around && last.lang === lang) last.text += text;
      else found.push({ text: text, lang: lang });
      block = around;
    }
    return found;
  }

  function aloud(button) {
    var voice = window.speechSynthesis;
    if (!voice || !window.SpeechSynthesisUtterance) return;
    var queue = [];
    function stop() {
      queue = [];
      voice.cancel();
      button.textContent = button.getAttribute("data-read");
    }
    function next() {
      var piece = queue.shift();
      if (!piece) { stop(); return; }
      var utterance = new SpeechSynthesisUtterance(piece.text);
      utterance.lang = piece.lang === "en" ? "en-US" : "zh-CN";
      utterance.onend = function () { if (queue.length) next(); else stop(); };
      utterance.onerror = stop;
      voice.speak(utterance);
    }
    button.addEventListener("click", function () {
      if (queue.length || voice.speaking) { stop(); return; }
      queue = pieces();
      button.textContent = button.getAttribute("data-stop");
      next();
    });
    addEventListener("pagehide", stop);
  }

  // The home page's box leads to the search page, which has the documents.
  function find(box) {
    var input = box.querySelector("input");
    function go() {
      location.href = box.getAttribute("data-to") + "?q=" + encodeURIComponent(input.value.trim());
    }
    box.querySelector("button").addEventListener("click", go);
    input.addEventListener("keydown", function (event) {
      if (event.key === "Enter" && !event.isComposing) go();
    });
  }

  // A link off this host asks first, as the rules for government sites want; www.gov.cn does not.
  function leave(question) {
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a[href]");
      if (!link || !/^https?:$/.test(link.protocol) || link.host === location.host || link.host === "www.gov.cn") return;
      if (!confirm(question)) event.preventDefault();
    });
  }

  // The same page in another language keeps what is asked of it, and the place; data-at is the sentence that is read.
  function keepPlace(link) {
    function follow() {
      link.search = location.search;
      link.hash = link.getAttribute("data-at") || location.hash;
    }
    ["pointerdown", "focus", "click"].forEach(function (name) { link.addEventListener(name, follow); });
  }

  // A click within the page glides to its place.
  function glide() {
    var timer = 0;
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a[href^='#']");
      if (!link) return;
      root.setAttribute("data-smooth", "");
      clearTimeout(timer);
      timer = setTimeout(function () { root.removeAttribute("data-smooth"); }, 1000);
    });
  }

  document.querySelectorAll(".switch").forEach(keepPlace);
  glide();
  // The menu of reading options closes when one leaves it.
  function close(menu) {
    function shut(event) {
      if (event.type === "keydown" ? event.key === "Escape" : !menu.contains(event.target)) {
        if (menu.open && event.type === "keydown") menu.querySelector("summary").focus();
        menu.open = false;
      }
    }
    ["keydown", "click", "focusin"].forEach(function (name) { document.addEventListener(name, shut); });
  }

  close(document.querySelector(".menu"));
  leave(document.querySelector(".tools").getAttribute("data-leave"));
  elder(document.getElementById("tool-elder"));
  dark(document.getElementById("tool-dark"));
  aloud(document.getElementById("tool-aloud"));
  var box = document.getElementById("find");
  if (box) find(box);
})();
