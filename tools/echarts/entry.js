// What the explorer uses of ECharts, and nothing else.
import { LinesChart, ScatterChart } from "echarts/charts";
import { DataZoomInsideComponent, GridComponent, LegendPlainComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";

use([
  ScatterChart, LinesChart, GridComponent, TooltipComponent, LegendPlainComponent, DataZoomInsideComponent, TitleComponent,
  SVGRenderer, CanvasRenderer
]);
export { init };
