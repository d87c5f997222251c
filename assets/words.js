// How the words of a query are found in a text: what counts as the same, where a word begins and ends, what a number is
// worth. Knows neither the documents nor the page.
(function () {
  "use strict";
  var SCALES = { "千": 1e3, "万": 1e4, "亿": 1e8, "万亿": 1e12, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
  var AMOUNT = /(\d+(?:\.\d+)?)(?: ?(万亿|千|万|亿|(?:thousand|million|billion|trillion)(?![a-z])))?/g;
  var CHINESE = "\u2e80"; // and what comes after it

  // Full and half width, capitals and small letters are the same; so are dashes, and apostrophes. A comma within a number
  // and a space beside a Chinese character are nothing, but that in a query it divides words. `origin` has the place of
  // each character in the text as it was.
  function fold(text, query) {
    var out = [], at = [], place = 0, kept = [], from = [];
    Array.from(text).forEach(function (raw) {
      var plain = raw.normalize("NFKC").toLowerCase().replace(/[‐-―−]/g, "-").replace(/[‘’]/g, "'").replace(/\s/g, " ");
      Array.from(plain).forEach(function (c) { out.push(c); at.push(place); });
      place += raw.length;
    });
    out.forEach(function (c, i) {
      var before = kept.length ? kept[kept.length - 1] : "", after = out[i + 1] || "";
      if (c === " " && (before === " " || (!query && (!before || before > CHINESE || after > CHINESE)))) return;
      if (c === "," && /\d/.test(before) && /^\d{3}(?!\d)/.test(out.slice(i + 1, i + 5).join(""))) return;
      kept.push(c);
      from.push(at[i]);
    });
    from.push(text.length);
    return { text: kept.join(""), origin: from };
  }

  // A word without the ending of a plural: parks is park, cities is city; glass stays.
  function singular(word) {
    if (!/^[a-z'-]{4,}$/.test(word) || /(ss|us|is)$/.test(word)) return word;
    return word.replace(/ies$/, "y").replace(/(ch|sh|x|ss)es$/, "$1").replace(/s$/, "");
  }
  function key(words) { return words.split(/[ -]+/).map(singular).join(" "); }

  // A regular expression for a word or a phrase; `end` stands behind it where it ends with a letter.
  function pattern(text, end) {
    var last = text[text.length - 1], letters = Array.from(text);
    var body = letters.map(function (c, i) {
      if (c === "-" || c === " ") return "[- ]?";
      return c.replace(/[.*+?^${}()|[\]\\]/, "\\$&") + (/[a-z]/.test(c) && /[a-z]/.test(letters[i + 1] || "") ? "-?" : "");
    }).join("");
    var before = /[a-z]/.test(text[0]) ? "(^|[^a-z])" : /\d/.test(text[0]) ? "(^|[^\\d.])" : "()";
    return before + "(?:" + body + ")" + (/\d/.test(last) ? "(?!\\d|\\.\\d)" : /[a-z]/.test(last) ? end : "");
  }

  // What finds a word or a phrase in a folded text: a word in letters whole, as one or many, and from four letters on as
  // the beginning of others; `exact` as it stands; a number whole; Chinese anywhere.
  function matcher(word, exact) {
    var whole = "(?![a-z])", found = [pattern(word, whole)];
    if (/^[a-z][a-z' -]*$/.test(word) && !exact && word.length > 2) {
      var one = key(word);
      found.push(/[^aeiou]y$/.test(one) ? pattern(one.slice(0, -1), "(?:y|ies)" + whole) : pattern(one, "(?:e?s)?" + whole));
      if (word.length > 3) found.push(pattern(word, ""));
    }
    return {
      word: word, number: /^[\d.,%-]+$/.test(word),
      tests: found.map(function (source) { return new RegExp(source); }),
      all: found.map(function (source) { return new RegExp(source, "g"); })
    };
  }
  function has(by, text) { return by.tests.some(function (test) { return test.test(text); }); }

  // [start, end] of every run that a matcher finds.
  function spans(by, text) {
    var found = [];
    by.all.forEach(function (test) {
      test.lastIndex = 0;
      for (var m = test.exec(text); m; m = test.exec(text)) {
        found.push([m.index + m[1].length, m.index + m[0].length]);
        if (!m[0].length) test.lastIndex += 1;
      }
    });
    return found;
  }

  // Amounts are compared by what they are worth: 16500 is 1.65万. What was typed behind the number must follow it.
  function amounts(text) {
    var found = [], m;
    AMOUNT.lastIndex = 0;
    while ((m = AMOUNT.exec(text))) {
      var value = Number((m[1] * (SCALES[m[2]] || 1)).toPrecision(12));
      found.push({ value: value, start: m.index, end: m.index + m[0].length });
    }
    return found;
  }
  function amount(typed) {
    var m = /^(\d+(?:\.\d+)?(?:万亿|千|万|亿)?)(.*)$/.exec(typed);
    return m && !/^[.\d-]/.test(m[2]) ? { value: amounts(m[1])[0].value, rest: m[2] } : null;
  }
  function amountSpans(wanted, text) {
    return amounts(text).filter(function (one) {
      return one.value === wanted.value && text.slice(one.end).replace(/^ /, "").indexOf(wanted.rest) === 0;
    }).map(function (one) { return [one.start, one.end]; });
  }

  window.workReportWords = {
    fold: fold, key: key, matcher: matcher, has: has, spans: spans, amount: amount, amountSpans: amountSpans
  };
})();
