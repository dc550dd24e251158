/** A setting that makes no sense. Its message names the variable and says what would be accepted. */
export class ConfigError extends Error {
  readonly variable: string;

  /**
   * @param variable - name of the setting at fault
   * @param problem - what is wrong with it and what to give instead; never its value, which may be a secret
   */
  constructor(variable: string, problem: string) {
    super(`${variable}: ${problem}`);
    this.name = 'ConfigError';
    this.variable = variable;
  }
}
