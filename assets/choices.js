// What a reader chose on another page is there before this one is painted, so that nothing jumps: large type, light or
// dark. The buttons are in site.js, which can wait.
(function () {
  "use strict";
  var root = document.documentElement;
  root.setAttribute("data-scripts", "");
  if (window.speechSynthesis && window.SpeechSynthesisUtterance) root.setAttribute("data-voice", "");

  function kept(key) {
    try { return localStorage.getItem("work-report-" + key); } catch (error) { return null; }
  }
  var theme = kept("theme");
  if (theme === "dark" || theme === "light") root.setAttribute("data-theme", theme);
  if (!kept("elder")) return;
  root.setAttribute("data-elder", "");
  // Large type shows a chart as its table; each is opened as it arrives, so that nothing below it moves.
  var arriving = new MutationObserver(function () {
    document.querySelectorAll(".chart details:not([data-seen])").forEach(function (d) {
      d.setAttribute("data-seen", "");
      d.open = true;
    });
  });
  arriving.observe(root, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", function () { arriving.disconnect(); });
})();
