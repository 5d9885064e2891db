import Foundation
import Testing

/// Completions and the manual page in the programs they are for, where those are installed.
@Suite struct ShellTests {
  private static func has(_ program: String) -> Bool {
    (try? Run(shell: "command -v \(program)").status) == 0
  }

  @Test func `bash loads the completions and completes commands, flags, values and files`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("a report.txt", "")
    try scratch.write("corpora/gum/x", "")
    try scratch.write(
      "complete.bash",
      """
      set -eu
      source <(quoth completions bash)
      try() {
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
        _quoth
        printf '%s\\n' "$(printf '%s|' "${COMPREPLY[@]}")"
      }
      try quoth r
      try quoth read --fo
      try quoth read --format ""
      try quoth read --format = h
      try quoth read a
      try quoth read --jobs ""
      try quoth eval c
      try quoth eval text cor
      try quoth completions ""
      """)
    let run = try Run(shell: "bash complete.bash", in: scratch.folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(
      run.output.split(separator: "\n").map(String.init) == [
        "read|relations|remove|", "--format|--force|", "brief|json|html|annotations|conllu|",
        "html|",
        "a report.txt|", "|",
        "corpora|copies|coreference|certainty|", "corpora|", "bash|zsh|fish|",
      ], "\(run.output)")
  }

  @Test(.enabled(if: has("zsh"), "zsh is not installed"))
  func `zsh loads the completions`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let run = try Run(
      shell: "quoth completions zsh >_quoth && zsh -n _quoth && zsh -fc '"
        + "fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D; autoload +X _quoth; "
        + "print $_comps[quoth]'", in: scratch.folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output == "_quoth\n")
  }

  @Test(.enabled(if: has("fish"), "fish is not installed"))
  func `fish loads the completions and completes commands, flags and values`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let line =
      "quoth completions fish >quoth.fish && fish --no-config -c 'source quoth.fish; "
      + #"for l in "quoth r" "quoth read --fo" "quoth read -f h" "quoth completions "; "#
      + "complete -C $l | string replace -r \"\\t.*\" \"\" | string join \",\"; end'"
    let run = try Run(
      shell: line, environment: ["HOME": scratch.folder.path], in: scratch.folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(
      run.output.split(separator: "\n").map { $0.split(separator: ",").sorted() } == [
        ["read"], ["--force", "--format"], ["html"], ["bash", "fish", "zsh"],
      ], "\(run.output)")
  }

  @Test(.enabled(if: has("mandoc"), "mandoc is not installed"))
  func `mandoc finds nothing to complain of in the manual page`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let run = try Run(shell: "mandoc -T lint -W all Documentation/man/quoth.1", in: root)
    #expect(run.status == 0 && run.output.isEmpty, "\(run.output)")
  }

  @Test(.enabled(if: has("groff"), "groff is not installed"))
  func `groff renders the manual page without a warning`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let run = try Run(
      shell: "groff -man -K utf8 -T utf8 -ww Documentation/man/quoth.1 >/dev/null", in: root)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
  }
}
