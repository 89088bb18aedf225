/** Count, sum, mean and spread of numbers that come in batches (Chan, Golub and LeVeque, 1979). */
export class Moments {
  count = 0
  mean = 0
  least = Number.POSITIVE_INFINITY
  greatest = Number.NEGATIVE_INFINITY
  /** Sum of the squared distances from the mean. */
  #squares = 0
  #sum = 0
  /** What rounding took from the sum (Neumaier, 1974). */
  #rest = 0

  add(numbers: Float64Array): void {
    const { length } = numbers
    if (length === 0) return
    let batch = 0
    for (const number of numbers) {
      batch += number
      this.#addToSum(number)
      if (number < this.least) this.least = number
      if (number > this.greatest) this.greatest = number
    }
    const mean = batch / length
    let squares = 0
    for (const number of numbers) squares += (number - mean) ** 2
    const shift = mean - this.mean
    const count = this.count + length
    this.#squares += squares + (shift * shift * this.count * length) / count
    this.count = count
    this.mean = this.sum / count
  }

  get sum(): number {
    return this.#sum + this.#rest
  }

  /** The standard deviation of a sample; undefined for a single number. */
  get deviation(): number | undefined {
    return this.count > 1 ? Math.sqrt(this.#squares / (this.count - 1)) : undefined
  }

  #addToSum(number: number): void {
    const sum = this.#sum + number
    this.#rest += Math.abs(this.#sum) >= Math.abs(number) ? this.#sum - sum + number : number - sum + this.#sum
    this.#sum = sum
  }
}
