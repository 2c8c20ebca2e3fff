import ArgumentParser

@main
struct Capexsim: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capexsim",
    abstract: "Quarterly capex plans against cloud revenue, with honest odds.")
}
