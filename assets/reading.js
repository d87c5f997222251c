// The contents follow the reader: the section that is being read is marked, and on a phone its name stands in the bar at
// the top. Another language shows the same sentence. Without scripts the contents are a list that opens, and the text is
// whole.
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
    var line = wide.matches ? 120 : bar.offsetHeight + 40;
    var index = -1;
    for (var i = 0; i < headings.length && headings[i].getBoundingClientRect().top < line; i++) index = i;
    mark(index);
  }
  var sentences = document.querySelectorAll(".sentence, .source > [id]:not(.paragraph)");
  var bar = contents.parentNode;

  // The first sentence or heading that begins below the bar, by halving: they stand in the order of the page. Where that
  // is far down, the long one before it.
  function read() {
    var line = wide.matches ? 0 : bar.getBoundingClientRect().bottom;
    var low = 0, high = sentences.length - 1;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (sentences[middle].getBoundingClientRect().top >= line - 8) high = middle;
      else low = middle + 1;
    }
    return sentences[low && sentences[low].getBoundingClientRect().top > innerHeight / 2 ? low - 1 : low];
  }

  // The link to the other language leads to the sentence at which the reader stopped, also after the way up to the link.
  var resting = 0;
  function rest() {
    if (document.querySelector(".header").getBoundingClientRect().bottom > 0) return;
    var at = "#" + read().id;
    document.querySelectorAll(".switch").forEach(function (link) { link.setAttribute("data-at", at); });
  }
  addEventListener("scroll", function () {
    clearTimeout(resting);
    resting = setTimeout(rest, 150);
  }, { passive: true });

  // Showing one language or both changes all heights above: what is read stays where it is.
  var kept = null, top = 0;
  function keep() {
    kept = read();
    top = kept.getBoundingClientRect().top;
  }
  document.querySelectorAll(".reading > input").forEach(function (input) {
    input.addEventListener("keydown", keep);
    document.querySelector("label[for=" + input.id + "]").addEventListener("click", keep);
    input.addEventListener("change", function () {
      if (kept && top < innerHeight) scrollBy(0, kept.getBoundingClientRect().top - top);
      kept = null;
    });
  });

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
