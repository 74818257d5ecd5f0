/** `sample` is what the theme writes for 1,234,567.89: amounts of cents are written the same way, whatever the shop's format. */
export function moneyLike(sample: string): (cents: number) => string {
  const [, before = '', thousands = '', point, after = ''] = /^(\D*)1(\D*)234\D*56[78](?:(\D)89)?(.*)$/s.exec(sample) ?? []
  return (cents) => {
    const [whole = '', rest] = (cents / 100).toFixed(point ? 2 : 0).split('.')
    const groups = []
    for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end))
    return before + groups.join(thousands) + (rest ? point + rest : '') + after
  }
}
