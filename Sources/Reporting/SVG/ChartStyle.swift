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
    .chart .past { fill: #5a636c; fill-opacity: .08; }
    .chart .boundary { stroke: #8b949e; stroke-width: 1; }
    .chart .thin { stroke-width: 1.25; stroke-linejoin: round; }
    .chart .chain { stroke: #8b949e; stroke-width: 1; }
    .chart .dot { stroke: #fff; stroke-width: 1; }
    .chart .inside { font-size: 11px; }
    .chart .outer { fill-opacity: .15; }
    .chart .edge { stroke-opacity: .5; stroke-width: .75; }
    .chart .inner { fill-opacity: .32; }
    .chart .edge.capex { stroke: #d55e00; }
    .chart .edge.revenue { stroke: #0072b2; }
    .chart .edge.other { stroke: #009e73; }
    .chart .bar { fill-opacity: .75; }
    .chart .shade1 { fill-opacity: .55; }
    .chart .shade2 { fill-opacity: .4; }
    .chart .shade3 { fill-opacity: .28; }
    .chart .shade4 { fill-opacity: .18; }
    .chart .shade5 { fill-opacity: .1; }
    .chart .outer.capex, .chart .inner.capex, .chart .bar.capex { fill: #d55e00; }
    .chart .outer.revenue, .chart .inner.revenue, .chart .bar.revenue { fill: #0072b2; }
    .chart .outer.other, .chart .inner.other, .chart .bar.other { fill: #009e73; }
    .chart .line.capex, .chart .thin.capex, .chart .hollow.capex { stroke: #c05200; }
    .chart .dot.capex { fill: #c05200; }
    .chart .line.revenue, .chart .thin.revenue, .chart .hollow.revenue { stroke: #0072b2; }
    .chart .dot.revenue { fill: #0072b2; }
    .chart .line.other, .chart .thin.other, .chart .hollow.other { stroke: #007a58; }
    .chart .dot.other { fill: #007a58; }
    .chart .line.plan { stroke: #1c2024; }
    .chart .dot.hollow { fill: #fff; stroke-width: 1.5; }
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
      .chart .past { fill: #a0a9b3; fill-opacity: .1; }
      .chart .boundary, .chart .chain { stroke: #6d7680; }
      .chart .dot { stroke: #15181b; }
      .chart .inside { fill: #fff; }
      .chart .outer { fill-opacity: .24; }
      .chart .inner { fill-opacity: .42; }
      .chart .outer.capex, .chart .inner.capex, .chart .bar.capex { fill: #e8762d; }
      .chart .outer.revenue, .chart .inner.revenue, .chart .bar.revenue { fill: #3b9ad9; }
      .chart .outer.other, .chart .inner.other, .chart .bar.other { fill: #22b58a; }
      .chart .line.capex, .chart .thin.capex, .chart .hollow.capex { stroke: #ff9d57; }
      .chart .dot.capex { fill: #ff9d57; }
      .chart .line.revenue, .chart .thin.revenue, .chart .hollow.revenue { stroke: #6cbcf2; }
      .chart .dot.revenue { fill: #6cbcf2; }
      .chart .line.other, .chart .thin.other, .chart .hollow.other { stroke: #45d3a8; }
      .chart .dot.other { fill: #45d3a8; }
      .chart .dot.hollow { fill: #15181b; }
      .chart .label.capex { fill: #ffa566; }
      .chart .label.revenue { fill: #7cc4f5; }
      .chart .label.other { fill: #55d9b1; }
    }
    """,
  ]
}
