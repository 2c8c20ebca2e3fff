extension String {
  /// One by one, which is quicker than `append(contentsOf:)` of their view.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    for scalar in scalars { view.append(scalar) }
    self.init(view)
  }
}
