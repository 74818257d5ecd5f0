/** The commands of the first block below a heading, as somebody copies them: one a line, without what is said behind them. */
export function documentedCommands(markdown: string, heading: string): readonly string[] {
  const below = markdown.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const [, block = ''] = /```sh\n([^]*?)```/.exec(below) ?? []
  const commands = block.split('\n').flatMap((line) => line.replace(/\s+#.*$/, '').trim() || [])
  if (commands.length === 0) throw new Error(`There are no commands below “${heading}”`)
  return commands
}

/** A file of settings with some of them filled in, whether it leaves them open or says what holds without them. Throws on one that it does not know. */
export function fillIn(file: string, settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings).reduce((text, [name, value]) => {
    const line = new RegExp(`^(# )?${name}=.*$`, 'm')
    if (!line.test(text)) throw new Error(`There is no ${name} to fill in`)
    return text.replace(line, () => `${name}=${value}`)
  }, file)
}
