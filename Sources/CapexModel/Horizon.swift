/// How many quarters a simulation may have, and what they cost.
public enum Horizon {
  /// Without being asked for more: a hundred years.
  public static let usual = 400
  /// At all: calendar years have four digits.
  public static let most = 4000

  /// What the built-in scenario takes a quarter, on one core of 2020; rough on purpose, to refuse
  /// what nobody can have meant.
  public static let secondsPerTrial = 2e-7
  public static let bytes = 2.5e6
}
