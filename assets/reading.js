// The contents follow the reader: the section that is being read is marked, and on a phone its name stands in the bar at
// the top. Without scripts the contents are a list that opens, and the text is whole.
(function () {
  "use strict";
  var contents = document.getElementById("contents");
  var at = document.getElementById("at");
  var links = Array.prototype.slice.call(contents.querySelectorAll("a"));
  var headings = links.map(function (link) { return document.getElementById(link.hash.slice(1)); });
  var wide = matchMedia("(min-width: 60rem)");
  var current = -1;

  function arrange() {
    contents.open = wide.matches;
  }
  function mark(index) {
    if (index === current) return;
    if (current >= 0) links[current].removeAttribute("aria-current");
    current = index;
    at.textContent = index < 0 ? "" : links[index].textContent;
    at.lang = index < 0 ? "" : links[index].closest("[lang]").lang;
    if (index < 0) return;
    links[index].setAttribute("aria-current", "true");
    var box = contents.getBoundingClientRect();
    var own = links[index].getBoundingClientRect();
    if (contents.open && (own.top < box.top + 40 || own.bottom > box.bottom)) contents.scrollTop += own.top - box.top - box.height / 2;
  }
  function follow() {
    var line = wide.matches ? 120 : contents.offsetHeight + 40;
    var index = -1;
    for (var i = 0; i < headings.length && headings[i].getBoundingClientRect().top < line; i++) index = i;
    mark(index);
  }
  var waiting = false;
  addEventListener("scroll", function () {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(function () { waiting = false; follow(); });
  }, { passive: true });
  addEventListener("resize", follow);
  if (wide.addEventListener) wide.addEventListener("change", arrange);
  contents.addEventListener("click", function (event) {
    if (!wide.matches && event.target.closest("a")) contents.open = false;
  });
  arrange();
  // After the page is laid out: asking where things are before that would hold up an old phone.
  requestAnimationFrame(function () { setTimeout(follow, 0); });
})();
