import QuothAnnotation

/// The words of annotation, not those of the report's titles, which have the same name.
typealias Words = QuothAnnotation.Words
