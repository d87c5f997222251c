// Searches the documents of search-data: every word must be found, anywhere in a word, in any of a document's texts.
// A scan of them all takes about a millisecond, so there is no index to build or to load.
(function () {
  "use strict";
  var box = document.getElementById("q");
  var list = document.getElementById("results");
  var status = document.getElementById("count");
  if (!box || !window.workReportDocuments) return;
  var LIMIT = 60;
  var words = list.dataset;
  var kinds = words.kinds.split("|");

  // Full width and half width, capitals and small letters are the same.
  function plain(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  // What a reader types may be in traditional characters; the report is in simplified ones.
  var variants = {};
  Array.from(window.workReportVariants || "").forEach(function (character, index, all) {
    if (index % 2) variants[all[index - 1]] = character;
  });
  function typed(text) {
    return Array.from(plain(text)).map(function (character) { return variants[character] || character; }).join("");
  }

  var documents = window.workReportDocuments.map(function (d) {
    return { kind: d[0], path: d[1], title: d[2], text: d[3], heading: plain(d[2]), body: plain(d[3]), more: plain(d[4]) };
  });

  // Short codes such as 2023-C017 come in runs, in the order of the documents that have one.
  var numbered = 0;
  (window.workReportCodes || []).forEach(function (run) {
    for (var i = 0; i < run[2]; i++) {
      documents[numbered].more += " " + plain(run[0]) + ("00" + (run[1] + i)).slice(-Math.max(3, String(run[1] + i).length));
      numbered += 1;
    }
  });

  // 0: not found. A title that is the word, that begins with it, that has it; then text; then what is not shown.
  function score(d, term) {
    var at = d.kind === 5 ? -1 : d.heading.indexOf(term);
    if (at === 0) return d.heading.length === term.length ? 100 : 60;
    if (at > 0) return 40;
    if (d.body.indexOf(term) >= 0) return 20;
    if (d.kind === 5 && d.heading === term) return 50;
    if (/^[\d.,%]+$/.test(term)) return 0; // a number counts where it is shown
    return (" " + d.more).indexOf(/^[a-z]{1,2}$/.test(term) ? " " + term : term) >= 0 ? 10 : 0;
  }

  function find(query) {
    var terms = typed(query).split(/\s+/).filter(Boolean);
    var phrase = terms.join(" ");
    var found = [];
    if (!terms.length) return { terms: terms, found: found };
    documents.forEach(function (d, order) {
      var total = 0;
      for (var i = 0; i < terms.length; i++) {
        var s = score(d, terms[i]);
        if (!s) return;
        total += s;
      }
      if (d.kind !== 5 && (d.heading === phrase || (" " + d.more + " ").indexOf(" " + phrase + " ") >= 0)) total += 100;
      found.push({ d: d, score: total - d.kind * 3, order: order });
    });
    found.sort(function (a, b) { return b.score - a.score || a.order - b.order; });
    return { terms: terms, found: found };
  }

  // The text with every term in a <mark>. Folding may change lengths, and then nothing is marked.
  function marked(parent, text, terms) {
    var low = plain(text);
    if (low.length !== text.length) {
      parent.appendChild(document.createTextNode(text));
      return;
    }
    var at = 0;
    while (at < text.length) {
      var next = -1, length = 0;
      for (var i = 0; i < terms.length; i++) {
        var spot = low.indexOf(terms[i], at);
        if (spot >= 0 && (next < 0 || spot < next || (spot === next && terms[i].length > length))) {
          next = spot;
          length = terms[i].length;
        }
      }
      if (next < 0) break;
      parent.appendChild(document.createTextNode(text.slice(at, next)));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(next, next + length);
      parent.appendChild(mark);
      at = next + length;
    }
    parent.appendChild(document.createTextNode(text.slice(at)));
  }

  function line(result, terms) {
    var d = result.d;
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

  function show(query) {
    var result = find(query);
    list.textContent = "";
    result.found.slice(0, LIMIT).forEach(function (r) { list.appendChild(line(r, result.terms)); });
    var n = result.found.length;
    status.textContent = !result.terms.length ? "" : !n ? words.none : n > LIMIT
      ? words.more.replace("{n}", n).replace("{shown}", LIMIT) : words.found.replace("{n}", n);
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
