internal import CapexModel

/// Where the catalogue has a key of a given name.
enum KeyPlaces {
  /// The sections that have such a key or section, in the catalogue's order; the top is empty.
  static func sections(of name: String) -> [String] {
    var sections: [String] = []
    for key in Catalogue.keys {
      let parts = key.path.split(separator: ".").map(String.init)
      for (index, part) in parts.enumerated() where part == name {
        let section = parts[..<index].joined(separator: ".")
        if !sections.contains(section) { sections.append(section) }
      }
    }
    return sections
  }
}
