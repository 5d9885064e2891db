/// The pairing, one to one, of rows and columns with the greatest sum of weights.
///
/// Source: the Hungarian method (Kuhn 1955, Munkres 1957), with potentials and shortest augmenting
/// paths.
enum Assignment {
  /// The greatest sum over pairings of the smaller side.
  ///
  /// - Parameter weights: rows of equal length, no weight negative.
  /// - Complexity: O(n² m) for n of the smaller side and m of the other.
  static func greatestSum(_ weights: [[Double]]) -> Double {
    guard let width = weights.first?.count, width > 0 else { return 0 }
    let rows = weights.count <= width ? weights : transposed(weights)
    return zip(rows, columns(for: rows)).reduce(0) { $0 + $1.0[$1.1] }
  }

  /// For each row its column.
  ///
  /// - Precondition: at least as many columns as rows.
  private static func columns(for rows: [[Double]]) -> [Int] {
    let width = rows[0].count
    var rowPotential = Array(repeating: 0.0, count: rows.count)
    var columnPotential = Array(repeating: 0.0, count: width)
    /// The row of each column that has one.
    var rowOfColumn = [Int?](repeating: nil, count: width)

    for start in rows.indices {
      // The cheapest way to give `start` a column, over columns whose rows move on.
      var distance = Array(repeating: Double.infinity, count: width)
      var previous = [Int?](repeating: nil, count: width)
      var isSettled = Array(repeating: false, count: width)
      var row = start
      var column: Int?
      repeat {
        if let column { isSettled[column] = true }
        var nearest = 0
        var step = Double.infinity
        for other in 0..<width where !isSettled[other] {
          let cost = -rows[row][other] - rowPotential[row] - columnPotential[other]
          if cost < distance[other] {
            distance[other] = cost
            previous[other] = column
          }
          if distance[other] < step {
            step = distance[other]
            nearest = other
          }
        }
        rowPotential[start] += step
        for other in 0..<width {
          if isSettled[other] {
            if let moved = rowOfColumn[other] { rowPotential[moved] += step }
            columnPotential[other] -= step
          } else {
            distance[other] -= step
          }
        }
        column = nearest
        row = rowOfColumn[nearest] ?? row
      } while column.flatMap { rowOfColumn[$0] } != nil

      // Each column on the way takes the row of the one before it.
      while let last = column {
        let before = previous[last]
        rowOfColumn[last] = before.map { rowOfColumn[$0] } ?? start
        column = before
      }
    }
    var columns = Array(repeating: 0, count: rows.count)
    for (column, row) in rowOfColumn.enumerated() {
      if let row { columns[row] = column }
    }
    return columns
  }

  private static func transposed(_ weights: [[Double]]) -> [[Double]] {
    weights[0].indices.map { column in weights.map { $0[column] } }
  }
}
