// The one place that touches ECharts: evaluated in the embedded engine after echarts.min.js, never published.
// Gives the engine `draw(options)`: a JSON tree [tag, attributes, children, text] of the drawn chart.
"use strict";

// Text is measured without a canvas, by the table of text.py, so that ECharts does not take Latin for narrower than it is
// and let labels touch.
function textWidth(text, size) {
  var width = 0;
  for (var character of text) {
    var code = character.codePointAt(0);
    width += code >= textWidths.ideographs ? 1 : code > 0x7f ? textWidths.other : textWidths.latin[code];
  }
  return width * size;
}
echarts.setPlatformAPI({
  measureText: function (text, font) {
    return { width: textWidth(text, parseFloat(/([\d.]+)px/.exec(font || "")[1])) };
  },
});

// A row of a chart: shapes whose x is a value of the axis (plus `dx` pixels) and whose y is in pixels.
echarts.registerCustomSeries("rows", function (params, api) {
  function x(point) {
    return api.coord([point[0], 0])[0] + point[1];
  }
  var children = params.itemPayload.rows[params.dataIndex].map(function (shape) {
    switch (shape.type) {
      case "text":
        // Over a value of the axis, or as near to it as its span allows.
        var left = shape.x;
        if (shape.at) {
          var half = textWidth(shape.style.text, shape.style.fontSize) / 2;
          left = Math.max(shape.span[0] + half, Math.min(shape.span[1] - half, x(shape.at)));
        }
        return { type: "text", x: left, y: shape.y, style: shape.style };
      case "rect":
        return {
          type: "rect",
          shape: { x: x(shape.from), y: shape.y, width: x(shape.to) - x(shape.from), height: shape.height, r: shape.r },
          style: shape.style,
        };
      case "circle":
        return { type: "circle", shape: { cx: x(shape.at), cy: shape.y, r: shape.r }, style: shape.style };
      case "polygon":
      case "polyline":
        return {
          type: shape.type,
          shape: { points: shape.points.map(function (p) { return [x([shape.at[0], shape.at[1] + p[0]]), shape.y + p[1]]; }) },
          style: shape.style,
        };
      case "line":
        return { type: "line", shape: { x1: x(shape.from), y1: shape.y, x2: x(shape.to), y2: shape.y }, style: shape.style };
    }
    throw new Error("unknown shape " + shape.type);
  });
  return { type: "group", children: children };
});

// The tree as ECharts' painter makes it. `_id` and `renderToVNode` are internals of zrender: hence the exact pin.
function draw(request) {
  var chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: request.width, height: request.height });
  try {
    chart.setOption(request.options);
    var painter = chart.getZr().painter;
    painter._id = request.id;
    function plain(node) {
      return [node.tag, node.attrs, (node.children || []).map(plain), node.text === undefined ? null : node.text];
    }
    return JSON.stringify(
      plain(painter.renderToVNode({ animation: false, emphasis: false, willUpdate: false, compress: true, useViewBox: true }))
    );
  } finally {
    chart.dispose();
  }
}
