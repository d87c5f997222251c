// Explains a term where it stands: on hover, on keyboard focus, on a tap. The words are those of the list on the same page,
// to which each term is a link without scripts. Escape closes; the pointer may go over to the words.
(function () {
  "use strict";
  var words = document.querySelectorAll("a.term");
  if (!words.length) return;
  var note = document.createElement("div");
  var of = null;
  var pinned = false;
  var timer = 0;
  note.className = "term-note";
  // The link itself is described by the same words, so that they are not said twice.
  note.setAttribute("aria-hidden", "true");
  note.hidden = true;
  document.body.appendChild(note);

  function show(word) {
    var meaning = document.getElementById(word.getAttribute("aria-describedby")).querySelector("dd");
    clearTimeout(timer);
    if (of !== word) {
      of = word;
      note.textContent = meaning.textContent;
      note.lang = meaning.closest("[lang]").lang;
    }
    note.hidden = false;
    var rect = word.getClientRects()[0];
    var wide = document.documentElement.clientWidth;
    var left = Math.max(8, Math.min(rect.left, wide - note.offsetWidth - 8));
    var below = rect.bottom + 6 + note.offsetHeight <= window.innerHeight || rect.top < note.offsetHeight + 6;
    note.style.left = left + window.pageXOffset + "px";
    note.style.top = (below ? rect.bottom + 6 : rect.top - note.offsetHeight - 6) + window.pageYOffset + "px";
  }
  function hide() {
    clearTimeout(timer);
    note.hidden = true;
    pinned = false;
    of = null;
  }
  function soon() {
    clearTimeout(timer);
    if (!pinned) timer = setTimeout(hide, 250);
  }

  words.forEach(function (word) {
    word.addEventListener("mouseenter", function () { show(word); });
    word.addEventListener("mouseleave", soon);
    word.addEventListener("focus", function () { show(word); });
    word.addEventListener("blur", hide);
    word.addEventListener("click", function (event) {
      event.preventDefault();
      if (pinned && of === word) { hide(); return; }
      show(word);
      pinned = true;
    });
  });
  note.addEventListener("mouseenter", function () { clearTimeout(timer); });
  note.addEventListener("mouseleave", soon);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("click", function (event) {
    if (!note.contains(event.target) && !(event.target.closest && event.target.closest("a.term"))) hide();
  });
  addEventListener("resize", hide);
})();
