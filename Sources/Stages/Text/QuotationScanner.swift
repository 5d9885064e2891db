import QuothReport
struct QuotationScanner {
  let bytes: [UInt8]
  func quotations(in block: Range<Int>) -> [Quotation] { [] }
}
