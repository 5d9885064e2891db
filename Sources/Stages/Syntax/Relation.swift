/// How a word depends on its head (Universal Dependencies 2), without the subtype.
public enum Relation: String, Sendable, Hashable, CaseIterable {
  case acl, advcl, advmod, amod, appos, aux, `case`, cc, ccomp, clf, compound, conj, cop, csubj
  case dep, det, discourse, dislocated, expl, fixed, flat, goeswith, iobj, list, mark, nmod, nsubj
  case nummod, obj, obl, orphan, parataxis, punct, reparandum, root, vocative, xcomp
}
