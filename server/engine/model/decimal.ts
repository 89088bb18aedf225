/** The sum as one reckons it on paper: 0.1 and 0.2 make 0.3. Numbers of more than 15 digits are rounded first; NaN when one is not finite. */
export function decimalSum(numbers: readonly number[]): number {
  if (!numbers.every(Number.isFinite)) return Number.NaN
  const written = numbers.map(inDigits)
  const decimals = Math.max(0, ...written.map(number => number.decimals))
  const sum = written.reduce((total, number) => total + number.digits * 10n ** BigInt(decimals - number.decimals), 0n)
  return Number(`${sum}e-${decimals}`)
}

/** The shortest decimal that a double stands for: 12.5 is 125 with one decimal. */
function inDigits(number: number): { readonly digits: bigint; readonly decimals: number } {
  const [, whole = '', fraction = '', exponent = '0'] =
    /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number)) ?? []
  const decimals = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return decimals < 0 ? { digits: digits * 10n ** BigInt(-decimals), decimals: 0 } : { digits, decimals }
}
