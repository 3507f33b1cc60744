/** What Loadgate uses of jstat, which comes without types. */
declare module 'jstat' {
  const jStat: {
    readonly studentt: {
      /** Quantile of Student's t with `degrees` degrees of freedom. */
      inv(probability: number, degrees: number): number;
      /** Probability that it lies below a value. */
      cdf(value: number, degrees: number): number;
    };
    readonly normal: {
      /** Quantile of the normal distribution. */
      inv(probability: number, mean: number, deviation: number): number;
    };
    readonly beta: {
      /** Quantile of the beta distribution. */
      inv(probability: number, alpha: number, beta: number): number;
    };
    readonly chisquare: {
      /** Quantile of chi-square with `degrees` degrees of freedom. */
      inv(probability: number, degrees: number): number;
    };
  };
  export default jStat;
}
