// What a query asks for, and which documents of search-data have it. Every term must be found, in any of a document's
// texts; a scan of them all takes a few milliseconds, so there is no index to build or to load. Knows nothing of the page.
(function () {
  "use strict";
  var data = window.workReportSearch, words = window.workReportWords;
  if (!data || !words) return;
  var TOPIC = 0, SENTENCE = 6; // kinds
  var LETTER = "[\\p{L}\\p{N}\\p{M}]";
  var RUN = /[a-z][a-z0-9.'-]*|\d[\d.-]*[a-z][a-z0-9-]*|\d[\d.-]*[^a-z\d]*|[^a-z\d]+/g;
  var LONGEST = 10; // characters of a piece of Chinese
  var passed = []; // words that ask for nothing, such as 的 and the

  // What a reader types may be in traditional characters; the report is in simplified ones.
  var variants = {}, readings = {};
  Array.from(data.variants).forEach(function (character, index, all) {
    if (index % 2) variants[all[index - 1]] = character;
  });
  data.readings.split(" ").forEach(function (entry) {
    var syllable = (/^[a-z]+/.exec(entry) || [""])[0];
    Array.from(entry.slice(syllable.length)).forEach(function (character) { readings[character] = syllable; });
  });
  function typed(text) {
    return Array.from(words.fold(text, true).text).map(function (c) { return variants[c] || c; }).join("");
  }
  function plain(text) { return words.fold(text || "").text; }
  function syllables(text) {
    return Array.from(text).map(function (character) { return readings[character]; }).filter(Boolean);
  }

  function made(kind, path, title, text, more, spelled) {
    var d = { kind: kind, path: path, title: title, text: text || "", heading: plain(title), body: plain(text), more: plain(more) };
    d.pinyin = " " + spelled.join(" ") + " ";
    d.initials = spelled.map(function (syllable) { return syllable[0]; }).join("");
    return d;
  }
  function item(d) {
    return made(d[0], d[1], d[2], d[3], d[4], d[5] ? d[5].split(" ") : syllables(d[2] + (d[4] || "")));
  }
  var documents = data.items.map(item), numbered = [];
  data.reports.forEach(function (report) {
    report[1].forEach(function (s) {
      if (typeof s[0] === "number") numbered.push(item(s));
      else documents.push(made(SENTENCE, report[0] + "#" + s[0], s[0], s[1], s[2], []));
    });
  });
  documents = documents.concat(numbered);
  // Short codes such as 2023-C017 come in runs.
  data.codes.forEach(function (run) {
    numbered.splice(0, run[2]).forEach(function (d, i) {
      d.more += "\n" + plain(run[0]) + ("00" + (run[1] + i)).slice(-Math.max(3, String(run[1] + i).length));
    });
  });
  documents.forEach(function (d, order) {
    d.order = d.kind * documents.length + order;
    d.all = (d.kind === SENTENCE ? "" : d.heading) + "\n" + d.body + "\n" + d.more;
  });
  var everything = documents.map(function (d) { return d.all; }).join("\n");

  var synonyms = data.synonyms.map(function (s) {
    var keys = s[0].map(typed), spelled = keys.map(syllables).filter(function (one) { return one.length > 1; });
    return {
      keys: keys.concat(spelled.map(function (one) { return one.join(""); })).map(words.key),
      words: (s[1] || []).map(function (word) { return { said: word, by: words.matcher(plain(word)) }; }),
      paths: s[2] || []
    };
  });
  function synonymsOf(word) {
    var key = words.key(word);
    return synonyms.filter(function (s) { return s.keys.indexOf(key) >= 0; });
  }
  function stands(word) { return words.has(words.matcher(word), everything); }
  function known(piece) { return everything.indexOf(piece) >= 0 || synonymsOf(piece).length > 0; }

  // Chinese that stands nowhere as it was typed, in the fewest pieces that are known; none where that cannot be.
  function cut(text) {
    var letters = Array.from(text), best = [{ cost: 0, pieces: [] }];
    for (var end = 1; end <= letters.length; end++) {
      for (var start = Math.max(0, end - LONGEST); start < end; start++) {
        var piece = letters.slice(start, end).join(""), skipped = passed.indexOf(piece) >= 0, before = best[start];
        if (!before || !(skipped || (end - start > 1 && known(piece)))) continue;
        var cost = before.cost + (skipped ? 0.5 : 1);
        if (best[end] && best[end].cost <= cost) continue;
        best[end] = { cost: cost, pieces: skipped ? before.pieces : before.pieces.concat(piece) };
      }
    }
    return best[letters.length] ? best[letters.length].pieces : [];
  }

  // A term: the word as typed, what it is a synonym of, what it is worth as an amount, how it is spelled; or all its parts.
  function term(word, exact) {
    var t = { word: word, by: words.matcher(word, exact), instead: [], paths: [], parts: [], amount: null, spelling: null };
    t.literal = words.has(t.by, everything);
    if (!exact) {
      synonymsOf(word).forEach(function (s) {
        t.instead = t.instead.concat(s.words);
        t.paths = t.paths.concat(s.paths);
      });
      t.amount = words.amount(word);
      // From syllable to syllable; a long one may break off, since it is still being typed.
      if (/^[a-z']{3,}$/.test(word)) {
        t.spelling = new RegExp(" " + word.replace(/'/g, "").split("").join(" ?") + (word.length > 6 ? "" : " "));
      }
      t.parts = parts(word, t).map(function (part) { return term(part); });
    }
    t.scores = documents.map(function (d) { return score(d, t); });
    if (!some(t) && /^[a-z]{2,}$/.test(word) && !exact) {
      t.scores = documents.map(function (d) { return d.initials === word ? 60 : d.initials.indexOf(word) >= 0 ? 5 : 0; });
    }
    return t;
  }
  function some(t) { return t.scores.some(function (s) { return s > 0; }); }
  function parts(word, t) {
    var runs = word.match(RUN) || [];
    if (runs.length > 1) return /^[\x00-\x7f]*$/.test(word) ? [] : runs;
    if (t.literal || t.instead.length || t.paths.length || /[a-z0-9]/.test(word)) return [];
    var pieces = cut(word);
    return pieces[0] === word ? [] : pieces;
  }

  // A title that is the word, that begins with it, that has it; then text; then what is not shown.
  function worth(d, by) {
    if (d.kind === SENTENCE && d.heading === by.word) return 50;
    if (!words.has(by, d.all)) return 0;
    if (d.kind !== SENTENCE && words.has(by, d.heading)) {
      var ends = words.spans(by, d.heading).sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; })[0];
      var own = by.tests[0].test(d.heading) ? 0 : -5;
      return own + (ends[0] ? 40 : ends[1] === d.heading.length ? 100 : 60);
    }
    if (words.has(by, d.body)) return 20;
    return by.number ? 0 : 10; // a number counts where it is shown
  }
  function score(d, t) {
    var best = worth(d, t.by), shown = d.kind === SENTENCE ? d.body : d.heading + "\n" + d.body;
    if (!best && t.amount && words.amountSpans(t.amount, shown).length) best = 18;
    if (best) return best;
    if (t.paths.indexOf(d.path) >= 0) best = 45;
    t.instead.forEach(function (other) { best = Math.max(best, worth(d, other.by) * 0.7); });
    var every = t.parts.map(function (part) { return score(d, part); });
    if (every.length && Math.min.apply(null, every)) {
      best = Math.max(best, 0.9 * every.reduce(function (a, b) { return a + b; }) / every.length);
    }
    if (!best && t.spelling && t.spelling.test(d.pinyin)) best = d.pinyin.replace(/ /g, "") === t.word ? 60 : 5;
    return best;
  }

  // The terms of a query: phrases in quotation marks, synonyms of several words, and what stands between blanks and marks.
  function parse(query) {
    var phrases = [];
    var rest = typed(query.slice(0, 200)).replace(/["“”„«»「」『』]([^"“”„«»「」『』]+)["“”„«»「」『』]/g, function (all, phrase) {
      var clean = new RegExp(LETTER + "(?:.*" + LETTER + ")?%?", "u").exec(phrase);
      if (clean) phrases.push(clean[0]);
      return " ";
    });
    var found = rest.match(new RegExp(LETTER + "(?:" + LETTER + "|%|[-.'](?=" + LETTER + "))*", "gu")) || [];
    for (var i = 0; i < found.length; i++) {
      for (var n = Math.min(4, found.length - i); n > 1; n--) {
        var joined = found.slice(i, i + n).join(" ");
        if (synonymsOf(joined).length) found.splice(i, n, joined);
      }
    }
    var asked = found.filter(function (word) { return passed.indexOf(word) < 0; });
    if (!asked.length && !phrases.length) asked = found;
    return phrases.map(function (one) { return term(plain(one), true); }).concat(asked.map(function (one) { return term(one); }));
  }

  // What a word that stands nowhere has in common with what there is: its longest pieces that are known.
  function pieces(word) {
    var found = [];
    (word.match(RUN) || []).forEach(function (run) {
      if (/[a-z0-9]/.test(run)) {
        if (run !== word && /^[a-z]/.test(run) && stands(run)) found.push(run);
        return;
      }
      var letters = Array.from(run);
      for (var at = 0; at < letters.length; at++) {
        for (var size = Math.min(LONGEST, letters.length - at); size > 1; size--) {
          var piece = letters.slice(at, at + size).join("");
          if (piece === word || passed.indexOf(piece) >= 0 || !known(piece)) continue;
          found.push(piece);
          at += size - 1;
          break;
        }
      }
    });
    return found;
  }
  // What was looked for in place of a word, in the language of the page, and the topics and sections that it leads to.
  var translated = documents.some(function (d) { return d.kind === SENTENCE && d.more; });
  function instead(t) {
    var said = t.instead.filter(function (other) {
      return translated ? /^[\x00-\x7f]*$/.test(other.said) : documents.some(function (d) { return words.has(other.by, d.body); });
    });
    var titles = documents.filter(function (d) { return t.paths.indexOf(d.path) >= 0; }).map(function (d) { return d.title; });
    return (said.length ? said : t.instead).map(function (other) { return other.said; }).concat(titles)
      .filter(function (word, at, all) { return all.indexOf(word) === at; });
  }

  // {terms, found: documents, topics first and then the best; absent: words that nothing has; instead: which word was looked
  // for as which others; where nothing is found, near: words that do find something, and topics: those that these name}
  function find(query, without) {
    passed = without || [];
    var terms = parse(query), result = { terms: terms, found: [], absent: [], instead: [], near: [], topics: [] };
    if (!terms.length) return result;
    var phrase = terms.map(function (t) { return t.word; }).join(" ");
    documents.forEach(function (d, at) {
      var scores = terms.map(function (t) { return t.scores[at]; });
      if (!Math.min.apply(null, scores)) return;
      var total = scores.reduce(function (a, b) { return a + b; }) - 3 * d.kind, lines = "\n" + d.more + "\n";
      if (d.kind !== SENTENCE && (d.heading === phrase || lines.indexOf("\n" + phrase + "\n") >= 0)) total += 100;
      result.found.push({ d: d, score: total });
    });
    result.found.sort(function (a, b) {
      return (b.d.kind === TOPIC) - (a.d.kind === TOPIC) || b.score - a.score || a.d.order - b.d.order;
    });
    result.found = result.found.map(function (one) { return one.d; });
    (function told(list) {
      list.forEach(function (t) {
        if (!t.literal && (t.instead.length || t.paths.length)) result.instead.push({ word: t.word, by: instead(t) });
        told(t.parts);
      });
    })(result.found.length ? terms : []);
    if (!result.found.length) {
      terms.forEach(function (t) {
        if (!some(t) && !(t.parts.length && t.parts.every(some))) result.absent.push(t.word);
        (some(t) ? [t.word] : pieces(t.word)).forEach(function (word) {
          if (result.near.some(function (other) { return other.word === word; })) return;
          var scores = term(word).scores, met = documents.filter(function (d, at) { return scores[at]; });
          if (!met.length) return;
          result.near.push({ word: word, n: met.length });
          met.forEach(function (d) { if (d.kind === TOPIC && result.topics.indexOf(d) < 0) result.topics.push(d); });
        });
      });
    }
    return result;
  }

  // [start, end] of every run of a shown text that a term was found by, in order, none within another.
  function marks(text, terms) {
    var folded = words.fold(text), found = [], end = -1;
    (function collect(list) {
      list.forEach(function (t) {
        [t].concat(t.instead).forEach(function (one) { found = found.concat(words.spans(one.by, folded.text)); });
        if (t.amount) found = found.concat(words.amountSpans(t.amount, folded.text));
        collect(t.parts);
      });
    })(terms);
    found.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
    return found.filter(function (run) {
      var free = run[0] >= end && run[1] > run[0];
      if (free) end = run[1];
      return free;
    }).map(function (run) { return [folded.origin[run[0]], folded.origin[run[1]]]; });
  }

  window.workReportFind = { find: find, marks: marks };
})();
