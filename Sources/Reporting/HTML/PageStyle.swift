/// How the page looks around its charts: one column, four sizes of type, two greys.
enum PageStyle {
  static let rules: [StaticString] = [
    """
    :root { color-scheme: light dark; --ground: #fff; --ink: #1c2024; --faint: #5a636c;
      --rule: #d5dae0; --warn: #8a4b00; }
    @media screen and (prefers-color-scheme: dark) {
      :root { --ground: #15181b; --ink: #e7e9ec; --faint: #a0a9b3; --rule: #343b42;
        --warn: #f0b072; }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; background: var(--ground); color: var(--ink);
      font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans",
        "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
    main { max-width: 792px; margin: 0 auto; padding: 32px 16px 64px; }
    h1 { font-size: 28px; line-height: 1.2; margin: 0 0 4px; text-wrap: balance; }
    h2 { font-size: 21px; line-height: 1.25; margin: 56px 0 16px; padding-top: 12px;
      border-top: 1px solid var(--rule); }
    h3 { font-size: 16px; line-height: 1.3; margin: 0; }
    p { margin: 0 0 12px; }
    .facts, figcaption p, small, summary, dt { color: var(--faint); font-size: 13px;
      line-height: 1.45; }
    .summary { font-size: 18px; max-width: 40em; margin: 20px 0 16px; }
    .warning { color: var(--warn); }
    figure { margin: 0 0 36px; }
    figcaption { margin-bottom: 12px; }
    figcaption p { margin: 2px 0 0; max-width: 46em; }
    svg { display: block; width: 100%; height: auto; }
    svg.narrow { display: none; }
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 28px; }
    .pair figure { display: grid; grid-row: span 3; grid-template-rows: subgrid; gap: 0; }
    details { margin-top: 8px; }
    summary { cursor: pointer; width: max-content; max-width: 100%; }
    .scroll { overflow-x: auto; margin: 0 0 24px; }
    .parts { display: none; }
    .few { max-width: 420px; }
    table { border-collapse: collapse; font-size: 13px; line-height: 1.4; width: 100%;
      font-variant-numeric: tabular-nums lining-nums; }
    th, td { padding: 4px 0 4px 14px; text-align: left; vertical-align: baseline;
      font-weight: 400; }
    th:first-child, td:first-child { padding-left: 0; }
    thead th { color: var(--faint); vertical-align: bottom; }
    thead tr:last-child th { border-bottom: 1px solid var(--rule); }
    .n, thead th.group { text-align: right; white-space: nowrap; }
    tbody th, thead tr:last-child th:first-child { background: var(--ground); position: sticky;
      left: 0; }
    .assumptions th { position: static; }
    .group span { display: block; border-bottom: 1px solid var(--rule); text-align: center;
      padding-bottom: 2px; }
    caption { text-align: left; font-weight: 650; font-size: 16px; padding-bottom: 6px; }
    tr.total th, tr.total td { border-bottom: 1px solid var(--rule); font-weight: 650; }
    tr.section th { font-weight: 650; padding-top: 16px; }
    .whole { white-space: nowrap; }
    .unseen { visibility: hidden; user-select: none; }
    .assumptions th, .assumptions td { vertical-align: top; }
    .assumptions tbody th { width: 42%; }
    .assumptions tr + tr th, .assumptions tr + tr td { border-top: 1px solid var(--rule); }
    small { display: block; }
    .run { display: none; }
    .changed tbody th { width: auto; }
    .changed div small { display: inline; margin-left: 8px; }
    .changed td { width: 22%; min-width: 96px; }
    code, pre { font: 13px/1.45 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono",
      monospace; }
    pre { white-space: pre-wrap; margin: 0 0 20px; padding: 10px 12px;
      border: 1px solid var(--rule); }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 20px; margin: 0;
      font-size: 13px; }
    dd { margin: 0; }
    """,
    """
    @media (max-width: 699px) {
      main { padding: 20px 16px 48px; }
      h1 { font-size: 24px; }
      h2 { font-size: 20px; margin-top: 44px; }
      .summary { font-size: 17px; }
      svg.wide { display: none; }
      svg.narrow, svg.half { display: block; max-width: 440px; }
      .pair { grid-template-columns: 1fr; }
      .scroll.cut { display: none; }
      .parts { display: block; margin: 0 0 24px; }
      .parts table + table { margin-top: 14px; }
      table { font-size: 12px; }
      th, td { padding-left: 8px; }
      tr.above th { padding: 6px 0 0; }
      tr.above + tr td { padding-top: 0; }
      tr.above + tr td:first-child { padding-left: 8px; }
      .assumptions tbody tr:not(.section) { display: flex; flex-wrap: wrap;
        justify-content: space-between; gap: 0 12px; border-top: 1px solid var(--rule);
        padding: 6px 0; font-size: 13px; }
      .assumptions tbody tr:not(.section) th { display: contents; }
      .assumptions tbody tr:not(.section) th > small { order: 3; flex-basis: 100%; }
      .assumptions td { padding: 0; order: 2; font-weight: 650; }
      .assumptions td + td { order: 4; flex-basis: 100%; font-weight: 400; }
      .assumptions tr + tr th, .assumptions tr + tr td { border: 0; }
      .assumptions thead { display: none; }
      .changed td, .changed td + td { flex-basis: 100%; order: 4; width: auto; font-weight: 400; }
      .changed .run { display: inline; font-weight: 400; color: var(--faint); }
      dl { grid-template-columns: 1fr; }
      dd { margin-bottom: 8px; }
    }
    @media print {
      @page { margin: 16mm; }
      body { font-size: 10.5pt; }
      main { max-width: none; padding: 0; }
      .summary { font-size: 12pt; }
      h2, h3, h2 + p { break-after: avoid; }
      h2 { margin-top: 28px; }
      figure, tr { break-inside: avoid; }
      details { display: none; }
      .scroll { overflow: visible; }
      table:not(.assumptions) { break-inside: avoid; }
      table { font-size: 8.5pt; }
    }
    """,
  ]
}
