/// Flags that are refused: the flag, what the caret stands under, the message and the mend.
enum PrecisionMistakes {
  private static let form = "write --until \"P90 totalCapex within 1%\""

  static let all: [(flag: String, caret: String, message: String, help: String)] =
    statistics + quantities + periods + tolerances

  private static let statistics = [
    ("", "", "no precision is given", form),
    ("P90 totalCapex", "P90 totalCapex", "there is no `within`", form),
    ("P90 totalCapex 1%", "P90 totalCapex 1%", "there is no `within`", form),
    (
      "P90 within 1%", "P90 within 1%", "P90 of what?",
      "name a quantity: P90 totalCapex within 1%"
    ),
    ("p90 totalCapex within 1%", "p90", "\"p90\" is no statistic", "did you mean P90?"),
    ("median peak within 1", "median", "\"median\" is no statistic", "did you mean P50?"),
    ("maen peak within 1", "maen", "\"maen\" is no statistic", "did you mean mean?"),
    (
      "worst peak within 1", "worst", "\"worst\" is no statistic",
      "write P0.1 to P99.9, mean or probability"
    ),
    (
      "P100 peak within 1", "P100", "P100 is no percentile between P0.1 and P99.9",
      "write one such as P95 or P99.9"
    ),
    (
      "P0.05 peak within 1", "P0.05", "P0.05 is no percentile between P0.1 and P99.9",
      "write one such as P95 or P99.9"
    ),
    (
      "mean paidBack within 1pp", "mean",
      "`paidBack` is a condition that holds or not, so it has no mean", "write probability"
    ),
    (
      "mean payback within 1", "mean", "`payback` is a quarter, so it has no mean",
      "write a percentile such as P50"
    ),
    (
      "probability slip within 1", "probability", "`slip` is a number, so it has no probability",
      "write mean, or a percentile such as P50"
    ),
    (
      "P5 peak within 1, P5 peak within 2", "P5 peak within 2", "P5 peak is asked for twice",
      "keep one of the two"
    ),
  ]

  private static let quantities = [
    (
      "P90 totalCapx within 1%", "totalCapx", "unknown quantity `totalCapx`",
      "did you mean `totalCapex`?"
    ),
    (
      "P90 zzz within 1%", "zzz", "unknown quantity `zzz`",
      "the first of 11 are totalCapex, totalCapexUSD, capex, capex.FY2026, cloudGrowth, peak, "
        + "fx.usdcny, payback; the CSV has all"
    ),
    (
      "othr: P90 peak within 1", "othr:", "this run has no scenario `othr`",
      "did you mean `other:`?"
    ),
    (
      "third: P90 peak within 1", "third:", "this run has no scenario `third`",
      "write `small:` or `other:`, or leave it out for all"
    ),
  ]

  private static let periods = [
    (
      "P90 capex within 1%", "capex", "`capex` has a value in each quarter",
      "name one: capex 2025Q2"
    ),
    (
      "P90 totalCapex 2026Q1 within 1%", "2026Q1",
      "`totalCapex` is one number for the whole run, not by quarter", "remove 2026Q1"
    ),
    (
      "P90 capex soon within 1%", "soon", "\"soon\" is not a quarter", "write one such as 2025Q2"
    ),
    (
      "P90 capex 2025Q1 within 1%", "2025Q1", "2025Q1 is outside the quarters of this quantity",
      "choose one from 2025Q2 to 2027Q1"
    ),
    (
      "P90 cloudGrowth 2025Q4 within 1pp", "2025Q4",
      "2025Q4 is outside the quarters of this quantity", "choose one from 2026Q1 to 2027Q1"
    ),
    (
      "P90 capex FY2050 within 1%", "FY2050", "`capex` has no value for FY2050",
      "name a quarter, such as 2025Q2"
    ),
    (
      "P90 capex 2026Q1 now within 1%", "now", "\"now\" is one word too many",
      "remove it; the form is --until \"P90 totalCapex within 1%\""
    ),
  ]

  private static let tolerances = [
    (
      "P90 peak within", "P90 peak within", "P90 peak within what?",
      "write a tolerance after it, such as 1%"
    ),
    (
      "P90 totalCapex within 1bn", "1bn", "1bn has no currency", "write 1bn CNY if that is meant"
    ),
    (
      "P90 totalCapex within 10", "10", "10 has no currency", "write 10bn CNY if that is meant"
    ),
    (
      "P90 totalCapex within 1bn USD", "1bn USD", "1bn USD is in USD, but `totalCapex` is in CNY",
      "write it in CNY, or as a share such as 1%"
    ),
    (
      "P90 totalCapex within 1pp", "1pp", "\"1pp\" is no tolerance for `totalCapex`",
      "write 1bn CNY, 500mn CNY or 1%"
    ),
    (
      "P90 totalCapex within 0%", "0%", "the tolerance is 0%, but must be above 0",
      "an estimate from trials is never exact; write a number above 0"
    ),
    (
      "P90 totalCapex within -1bn CNY", "-1bn CNY",
      "the tolerance is -1bn CNY, but must be above 0",
      "an estimate from trials is never exact; write a number above 0"
    ),
    (
      "P90 totalCapex within 1,5bn CNY", "1,5bn CNY", "\"1,5bn CNY\" has a decimal comma",
      "write 1.5bn CNY"
    ),
    (
      "P90 totalCapex within nan", "nan", "\"nan\" is not a finite number",
      "write a decimal number"
    ),
    (
      "probability paidBack within 1%", "1%",
      "`paidBack` is a share, so 1% can be read in two ways",
      "write 1pp for percentage points, or 1% of the estimate"
    ),
    (
      "P5 peak within 1% of it", "1% of it", "\"1% of it\" is no tolerance for `peak`",
      "write 0.005 or 1% of the estimate"
    ),
    (
      "P5 peak within 1%", "1%", "`peak` is a pure number, so 1% can be read in two ways",
      "write 0.01, or 1% of the estimate"
    ),
    (
      "P50 payback within 1%", "1%", "`payback` is a quarter, of which 1% means nothing",
      "write quarters, such as 1 quarter"
    ),
    (
      "P50 users within 1bn CNY", "1bn CNY", "\"1bn CNY\" is no tolerance for `users`",
      "write 1m or 1%"
    ),
    (
      "P50 fx.usdcny 2025Q2 within 1 CNY", "1 CNY", "\"1 CNY\" is no tolerance for `fx.usdcny`",
      "write a number such as 0.02 CNY/USD, or 1%"
    ),
  ]
}
