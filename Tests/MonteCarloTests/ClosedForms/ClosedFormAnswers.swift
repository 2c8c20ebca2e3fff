import NumericalMethods

/// The exact answers of `ClosedFormModel`: formulas of textbooks in 40-digit arithmetic.
enum ClosedFormAnswers {
  static let all = diffusions + reversion + walks + dependence + chains + distributions

  private static let diffusions: [ClosedFormCheck] = [
    .mean("gbm", 201.37527074704765), .variance("gbm", 19944.474975682715),
    gbmQuantile(0.01, 37.858616538910724), gbmQuantile(0.05, 58.257533248416464),
    gbmQuantile(0.25, 107.61773011530607), gbmQuantile(0.5, 164.87212707001281),
    gbmQuantile(0.75, 252.58680196530497), gbmQuantile(0.95, 466.59748137086334),
    gbmQuantile(0.99, 718.00875915928443),
    .probability("gbmLoss", 0.2145976502201746), .probability("gbmAbove", 0.55940971006434251),
    .mean("gbmCall", 73.739533943867121),
    // Merton, Option pricing when underlying stock returns are discontinuous, 1976.
    .mean("jumpCount", 2.5), .variance("jumpCount", 2.5), .mean("jumpLog5", 4.9112344020902105),
    .variance("jumpLog5", 0.19375), .mean("jump", 149.18246976412703),
    .variance("jump", 4340.341787443899), .probability("jumpNone", 0.082084998623898795),
    .probability("jumpLoss", 0.1155366519062741),
  ]

  /// Density of the lognormal end value at its quantile: φ(z) / (x σ √T).
  private static func gbmQuantile(_ p: Double, _ exact: Double) -> ClosedFormCheck {
    let z = Elementary.normalQuantile(p)
    let density = Elementary.normalDensity(z) / (exact * 0.2 * 10.0.squareRoot())
    return .quantile("gbm", p, exact, density: density)
  }

  private static let reversion: [ClosedFormCheck] = [
    // Uhlenbeck and Ornstein, On the theory of the Brownian motion, 1930.
    .mean("ou.one", 0.017869386805747332), .variance("ou.one", 0.00025284822353142307),
    .mean("ou.five", 0.028358300027522024), .variance("ou.five", 0.00039730482120036581),
    .mean("ou.ten", 0.029865241060018291), .variance("ou.ten", 0.00039998184002809501),
    // e^{-k} Var x₉.
    .mean("ou.lag", 0.60653065971263342 * 0.0004 * (1 - Elementary.exp(-9))),
  ]

  private static let walks: [ClosedFormCheck] = [
    // Spitzer, A combinatorial lemma and its application to probability theory, 1956.
    .mean("walkMaximum", 2.2385386916978197), .probability("walkPositive", 0.16118025779724121),
    .variance("ar.five", 1.55305216), .mean("ar.product", 0.1207653359616),
    .variance("ar.sum", 59.806423010428107),
    .mean("wealth.ten", 1375807.3845468025),
    .variance("wealth.ten", 925085.38086666355 * 925085.38086666355),
    .mean("claims.total", 3), .probability("claims.none", 0.049787068367863943),
  ]

  private static let dependence: [ClosedFormCheck] = [
    .mean("lognormals", 3.4993707226322144), .variance("lognormals", 0.47930100023522155),
    .mean("correlation.ab", 0.491245266071), .mean("correlation.ac", 0.191667381311),
    .mean("correlation.bc", -0.276617176461),
    // Sheppard, On the application of the theory of error, 1899: 1/4 + asin ρ / 2π.
    .probability("orthant.ab", 1.0 / 3), .probability("orthant.abc", 0.15844354987374083),
    .mean("spearman.ab", 0.48258373953099746),
  ]

  private static let chains: [ClosedFormCheck] = [
    .mean("regime.return", 0.0625), .variance("regime.return", 0.03064375),
    .probability("regime.share", 0.25), .mean("regime.lag", 0.6),
    .mean("bootstrap.sum", 0.2), .variance("bootstrap.sum", 0.326),
    .mean("bootstrap.product", 1.2189944199947571),
    .variance("bootstrap.product", 0.53705883143214227),
  ]

  private static let distributions: [ClosedFormCheck] = [
    .mean("pert", 70.0 / 3), .variance("pert", 50.793650793650794),
    .mean("triangular", 80.0 / 3), .variance("triangular", 650.0 / 9),
    // Above the mode the density at the median is 2 (50 - x) / (40 · 30).
    .quantile(
      "triangular", 0.5, 25.505102572168219, density: (50 - 25.505102572168219) / 600),
    .mean("studentT", 0), .variance("studentT", 5.0 / 3),
    .mean("gamma", 7.5), .variance("gamma", 22.5),
    .mean("beta", 2.0 / 7), .variance("beta", 10.0 / 392),
    .mean("lognormal", 100), .variance("lognormal", 2500),
    .quantile(
      "lognormal", 0.5, 89.442719099991588,
      density: Elementary.normalDensity(0) / (89.442719099991588 * 0.47238072707743884)),
    .mean("discrete", 4.2), .variance("discrete", 14.56),
  ]
}
