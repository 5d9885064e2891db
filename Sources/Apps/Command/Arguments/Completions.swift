/// Completion scripts for shells, made from the description of the program.
struct Completions: Sendable {
  let program: CommandDescription

  enum Shell: String, CaseIterable, Sendable {
    case bash, zsh, fish
  }

  func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// Commands that stand right after the program's name.
  private var commands: [CommandDescription] { program.subcommands }

  // MARK: bash

  private var bash: String {
    var script = """
      # bash completion for quoth
      _quoth() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=
        local i
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            -*) ;;
            *) command=${COMP_WORDS[i]}; break ;;
          esac
        done
        case $command:$before in

      """
    for command in commands {
      for option in command.options {
        let names = Self.spellings(option).map { "\(command.name):\($0)" }.joined(separator: "|")
        switch option.value {
        case .none: continue
        case .choice(let words):
          script += "    \(names)) COMPREPLY=($(compgen -W '\(words.joined(separator: " "))'"
          script += " -- \"$word\")); return ;;\n"
        case .file: script += "    \(names)) COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n"
        case .folder: script += "    \(names)) COMPREPLY=($(compgen -d -- \"$word\")); return ;;\n"
        case .count, .day: script += "    \(names)) return ;;\n"
        }
      }
    }
    script += "  esac\n  case $command in\n"
    script += "    '') COMPREPLY=($(compgen -W '"
    script += (commands.map(\.name) + program.options.flatMap(Self.spellings))
      .joined(separator: " ")
    script += "' -- \"$word\")) ;;\n"
    for command in commands {
      let words = command.options.flatMap(Self.spellings)
      let choices = command.operands?.choices ?? []
      script += "    \(command.name))\n      case $word in\n"
      script += "        -*) COMPREPLY=($(compgen -W '\(words.joined(separator: " "))'"
      script += " -- \"$word\")) ;;\n"
      if choices.isEmpty {
        script += "        *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
      } else {
        script += "        *) COMPREPLY=($(compgen -f -W '\(choices.joined(separator: " "))'"
        script += " -- \"$word\")) ;;\n"
      }
      script += "      esac ;;\n"
    }
    return script + "  esac\n}\ncomplete -o filenames -F _quoth quoth\n"
  }

  // MARK: zsh

  private var zsh: String {
    var script = "#compdef quoth\n_quoth() {\n  local -a commands\n  commands=(\n"
    for command in commands {
      script += "    '\(command.name):\(Self.zshText(command.summary))'\n"
    }
    script += "  )\n  if (( CURRENT == 2 )); then\n"
    script += "    _describe command commands\n    _arguments \\\n"
    script += program.options.map(Self.zshOption).joined(separator: " \\\n") + "\n"
    script += "    return\n  fi\n  case $words[2] in\n"
    for command in commands {
      let choices = command.operands?.choices ?? []
      var lines = command.options.map(Self.zshOption)
      if !choices.isEmpty {
        lines.append("      '2:what:(\(choices.joined(separator: " ")))'")
      }
      if command.operands != nil { lines.append("      '*:file:_files'") }
      script += "    \(command.name)) _arguments \\\n"
      script += lines.joined(separator: " \\\n") + " ;;\n"
    }
    return script + "  esac\n}\n_quoth \"$@\"\n"
  }

  private static func zshOption(_ option: OptionDescription) -> String {
    let action =
      switch option.value {
      case .none: ""
      case .choice(let words): ":word:(\(words.joined(separator: " ")))"
      case .count: ":number:"
      case .day: ":day:"
      case .file: ":file:_files"
      case .folder: ":folder:_files -/"
      }
    return spellings(option).map { "      '\($0)[\(zshText(option.help))]\(action)'" }
      .joined(separator: " \\\n")
  }

  private static func zshText(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "'": result += "'\\''"
      case "[", "]", ":", "\\": result += "\\\(character)"
      default: result.append(character)
      }
    }
    return result
  }

  // MARK: fish

  private var fish: String {
    var script = "# fish completion for quoth\ncomplete -c quoth -n __fish_use_subcommand -f\n"
    for option in program.options {
      script += "complete -c quoth -n __fish_use_subcommand\(Self.fishOption(option))\n"
    }
    for command in commands {
      script += "complete -c quoth -n __fish_use_subcommand -a \(command.name) "
      script += "-d '\(Self.fishText(command.summary))'\n"
      let condition = "complete -c quoth -n '__fish_seen_subcommand_from \(command.name)'"
      if let choices = command.operands?.choices, !choices.isEmpty {
        script += "\(condition) -a '\(choices.joined(separator: " "))'\n"
      }
      for option in command.options { script += condition + Self.fishOption(option) + "\n" }
    }
    return script
  }

  private static func fishOption(_ option: OptionDescription) -> String {
    var words = " -l \(option.name)"
    if let letter = option.letter { words += " -s \(letter)" }
    switch option.value {
    case .none: break
    case .choice(let choices): words += " -x -a '\(choices.joined(separator: " "))'"
    case .count, .day: words += " -x"
    case .file: words += " -r -F"
    case .folder: words += " -x -a '(__fish_complete_directories)'"
    }
    return words + " -d '\(fishText(option.help))'"
  }

  private static func fishText(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == "'" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result
  }

  /// `--jobs`, `-j`
  private static func spellings(_ option: OptionDescription) -> [String] {
    ["--\(option.name)"] + (option.letter.map { ["-\($0)"] } ?? [])
  }
}
