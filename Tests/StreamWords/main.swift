import Foundation
import NumericalMethods

// Writes random words without end to standard output, for batteries of tests: see Scripts/dieharder.
//
//   StreamWords columns|trials SEED

let arguments = CommandLine.arguments
guard arguments.count == 3, let order = Order(rawValue: arguments[1]),
  let seed = UInt64(arguments[2])
else {
  FileHandle.standardError.write(Data("usage: StreamWords columns|trials SEED\n".utf8))
  exit(64)
}

let source = EngineNumbers(seed: seed, order: order)
var packer = WordPacker()
for block in 0... {
  source.forEachNumber(ofBlock: block) { packer.add($0) }
  do {
    try FileHandle.standardOutput.write(contentsOf: packer.take())
  } catch {
    // Whoever tests has enough.
    exit(0)
  }
}
