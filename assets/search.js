// The search page: what is typed, and what find.js finds for it.
(function () {
  "use strict";
  var box = document.getElementById("q");
  var list = document.getElementById("results");
  var status = document.getElementById("count");
  var note = document.getElementById("instead");
  var leads = document.getElementById("leads");
  var search = window.workReportFind;
  if (!box || !search) return;
  var LIMIT = 60;
  var words = list.dataset;
  var kinds = words.kinds.split("|");
  var passed = words.passed.split(" ");

  function fill(text, name, value) { return text.replace("{" + name + "}", function () { return value; }); }
  function quoted(all, join) {
    return all.map(function (word) { return fill(words.quoted, "word", word); }).join(join);
  }

  function marked(parent, text, terms) {
    var at = 0;
    search.marks(text, terms).forEach(function (run) {
      parent.appendChild(document.createTextNode(text.slice(at, run[0])));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(run[0], run[1]);
      parent.appendChild(mark);
      at = run[1];
    });
    parent.appendChild(document.createTextNode(text.slice(at)));
  }

  function line(d, terms) {
    var item = document.createElement("li");
    var kind = document.createElement("span");
    kind.className = "label";
    kind.textContent = kinds[d.kind];
    var link = document.createElement("a");
    link.href = words.up + d.path;
    marked(link, d.title, terms);
    item.appendChild(kind);
    item.appendChild(link);
    if (d.text) {
      var text = document.createElement("p");
      text.className = "small";
      marked(text, d.text, terms);
      item.appendChild(text);
    }
    return item;
  }

  // Nothing is found: what the report does not mention. The page in the report's own language has no translation to look
  // in, so that it says of a word in letters only that it is not found.
  function nothing(result) {
    var weak = words.own && result.absent.some(function (word) { return /[a-z]/.test(word); });
    if (result.absent.length) return fill(weak ? words.unfound : words.absent, "words", quoted(result.absent, words.or));
    var apart = result.near.map(function (near) { return near.word; });
    return apart.length > 1 ? fill(words.apart, "words", quoted(apart, words.and)) : words.none;
  }

  // … and what leads on: words of the query that are found, topics that have them; all topics and the report follow.
  function lead(result) {
    while (leads.firstElementChild.dataset.made) leads.removeChild(leads.firstElementChild);
    var stay = leads.firstElementChild;
    function add(href, text) {
      var item = document.createElement("li"), link = document.createElement("a");
      item.dataset.made = "yes";
      link.href = href;
      link.textContent = text;
      item.appendChild(link);
      leads.insertBefore(item, stay);
    }
    result.near.forEach(function (near) {
      add("?q=" + encodeURIComponent(near.word), fill(fill(words.near, "n", near.n), "word", near.word));
    });
    result.topics.forEach(function (d) { add(words.up + d.path, kinds[0] + words.colon + d.title); });
  }

  function show(query) {
    var result = search.find(query, passed), n = result.found.length;
    list.textContent = "";
    result.found.slice(0, LIMIT).forEach(function (d) { list.appendChild(line(d, result.terms)); });
    leads.hidden = !query.trim() || n > 0;
    if (!leads.hidden) lead(result);
    status.textContent = leads.hidden && !n ? "" : !n ? nothing(result)
      : fill(fill(n > LIMIT ? words.more : words.found, "n", n), "shown", LIMIT);
    note.textContent = result.instead.map(function (one) {
      return fill(fill(words.instead, "others", quoted(one.by, words.or)), "word", quoted([one.word]));
    }).join(" ");
  }

  var asked = new URLSearchParams(location.search).get("q");
  if (asked) box.value = asked;
  show(box.value);
  var waiting;
  box.addEventListener("input", function () {
    show(box.value);
    clearTimeout(waiting);
    waiting = setTimeout(function () {
      var query = box.value.trim();
      try {
        history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
      } catch (error) { /* an address that a browser does not let change is no harm */ }
    }, 300);
  });
})();
