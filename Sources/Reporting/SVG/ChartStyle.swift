/// How charts look, on light and on dark ground.
///
/// Orange and blue can be told apart with any colour vision (Okabe and Ito: Color universal design,
/// 2008); letters have a darker shade of them, since they need a contrast of 4.5.
enum ChartStyle {
  static let rules: [StaticString] = [
    """
    .chart text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue",
      "Noto Sans", "Liberation Sans", Arial, sans-serif; font-variant-numeric: tabular-nums;
      fill: #1c2024; }
    .chart .tick { font-size: 11px; fill: #5a636c; }
    .chart .title { font-size: 16px; font-weight: 650; }
    .chart .reading { fill: #5a636c; }
    .chart .name { font-weight: 650; }
    .chart path { fill: none; }
    .chart .grid { stroke: #e2e5e9; }
    .chart .axis { stroke: #8b949e; }
    .chart .ground { fill: #fff; }
    .chart .line { stroke-width: 2.25; stroke-linejoin: round; }
    .chart .dashed { stroke-width: 1.5; stroke-dasharray: 5 4; }
    .chart .level { stroke: #1c2024; stroke-width: 1; }
    .chart .mark { stroke: #1c2024; stroke-width: 1; stroke-dasharray: 2 3; }
    .chart .outer { fill-opacity: .15; }
    .chart .edge { stroke-opacity: .5; stroke-width: .75; }
    .chart .inner { fill-opacity: .32; }
    .chart .edge.capex { stroke: #d55e00; }
    .chart .edge.revenue { stroke: #0072b2; }
    .chart .edge.other { stroke: #009e73; }
    .chart .bar { fill-opacity: .75; }
    .chart .outer.capex, .chart .inner.capex, .chart .bar.capex { fill: #d55e00; }
    .chart .outer.revenue, .chart .inner.revenue, .chart .bar.revenue { fill: #0072b2; }
    .chart .outer.other, .chart .inner.other, .chart .bar.other { fill: #009e73; }
    .chart .line.capex { stroke: #c05200; }
    .chart .line.revenue { stroke: #0072b2; }
    .chart .line.other { stroke: #007a58; }
    .chart .line.plan { stroke: #1c2024; }
    .chart .label.capex { fill: #a84600; }
    .chart .label.revenue { fill: #00619a; }
    .chart .label.other { fill: #006b4d; }
    """,
    """
    @media screen and (prefers-color-scheme: dark) {
      .chart text { fill: #e7e9ec; }
      .chart .tick, .chart .reading { fill: #a0a9b3; }
      .chart .grid { stroke: #2c3238; }
      .chart .axis { stroke: #6d7680; }
      .chart .ground { fill: #15181b; }
      .chart .level, .chart .mark, .chart .line.plan { stroke: #e7e9ec; }
      .chart .outer { fill-opacity: .24; }
      .chart .inner { fill-opacity: .42; }
      .chart .outer.capex, .chart .inner.capex, .chart .bar.capex { fill: #e8762d; }
      .chart .outer.revenue, .chart .inner.revenue, .chart .bar.revenue { fill: #3b9ad9; }
      .chart .outer.other, .chart .inner.other, .chart .bar.other { fill: #22b58a; }
      .chart .line.capex { stroke: #ff9d57; }
      .chart .line.revenue { stroke: #6cbcf2; }
      .chart .line.other { stroke: #45d3a8; }
      .chart .label.capex { fill: #ffa566; }
      .chart .label.revenue { fill: #7cc4f5; }
      .chart .label.other { fill: #55d9b1; }
    }
    """,
  ]
}
