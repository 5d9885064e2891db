/// The elements of HTML that matter for reading an article, and what stands for the rest.
public enum Tag: UInt8, Sendable, CaseIterable {
  /// The root, above `<html>`.
  case document
  /// Not an element: a run of text.
  case text
  /// Any element not named here.
  case other
  case a, abbr, address, amp, article, aside, audio, b, blockquote, body, br, button, canvas, center
  case cite, code, dd, details, dialog, div, dl, dt, em, embed, fieldset, figcaption, figure, font
  case footer, form, h1, h2, h3, h4, h5, h6, head, header, hr, html, i, iframe, img, input, label
  case li, link, main, map, mark, menu, meta, nav, noscript, object, ol, option, p, picture, pre, q
  case s, script, section, select, small, source, span, strong, style, sub, summary, sup, svg
  case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, u, ul, video
}

/// The attributes that are kept.
public enum Attribute: UInt8, Sendable, CaseIterable {
  case alt, `class`, content, datetime, hidden, href, id, itemprop, itemscope, itemtype, lang, name
  case property, rel, role, src, style, title, type
  case ariaHidden, ariaLabel, dataComponent, dataModule, dataTestID, dataType

  var spelling: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .ariaLabel: "aria-label"
    case .dataComponent: "data-component"
    case .dataModule: "data-module"
    case .dataTestID: "data-testid"
    case .dataType: "data-type"
    default: "\(self)"
    }
  }
}
