/** The environment of what we start: a list of names that may pass, never a copy of our own (S1). */

type Env = Readonly<Record<string, string | undefined>>;

/** Who and where we are: what every program expects. `RUNNER_TRACKING_ID` lets the runner find what we might leave. */
const SURROUNDINGS = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'LANG',
  'LANGUAGE',
  'TZ',
  'TMPDIR',
  'CI',
  'GITHUB_ACTIONS',
  'RUNNER_OS',
  'RUNNER_ARCH',
  'RUNNER_TRACKING_ID',
  'XDG_CACHE_HOME',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_RUNTIME_DIR',
] as const;

/** Where languages and their tools were set up: the `setup-*` actions and version managers say it by these. */
const TOOLCHAINS = [
  'BUN_INSTALL',
  'BUNDLE_PATH',
  'CARGO_HOME',
  'COMPOSER_HOME',
  'CONDA_PREFIX',
  'COREPACK_HOME',
  'DENO_DIR',
  'DOTNET_CLI_HOME',
  'DOTNET_CLI_TELEMETRY_OPTOUT',
  'DOTNET_NOLOGO',
  'DOTNET_ROOT',
  'ANDROID_HOME',
  'ANDROID_SDK_ROOT',
  'FNM_DIR',
  'FNM_MULTISHELL_PATH',
  'GEM_HOME',
  'GEM_PATH',
  'GOBIN',
  'GOCACHE',
  'GOMODCACHE',
  'GOPATH',
  'GOROOT',
  'GOTOOLCHAIN',
  'GRADLE_HOME',
  'GRADLE_USER_HOME',
  'JAVA_HOME',
  'LD_LIBRARY_PATH',
  'M2_HOME',
  'MAVEN_HOME',
  'MISE_DATA_DIR',
  'NUGET_PACKAGES',
  'NVM_BIN',
  'NVM_DIR',
  'PKG_CONFIG_PATH',
  'PNPM_HOME',
  'PYENV_ROOT',
  'PYENV_VERSION',
  'Python2_ROOT_DIR',
  'Python3_ROOT_DIR',
  'Python_ROOT_DIR',
  'RBENV_ROOT',
  'RBENV_VERSION',
  'RUSTUP_HOME',
  'RUSTUP_TOOLCHAIN',
  'SDKMAN_DIR',
  'VIRTUAL_ENV',
  'VOLTA_HOME',
  'pythonLocation',
] as const;

/** How to reach package registries from here, for builds. */
const NETWORK = [
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_DIR',
  'SSL_CERT_FILE',
] as const;

/** Names that pass to what we start, where they are set. Also every `LC_…`, and `JAVA_HOME_…` and `GOROOT_…` of the runner's tool cache. */
export const PASSED: readonly string[] = [...SURROUNDINGS, ...TOOLCHAINS, ...NETWORK];

const PASSED_FAMILY = /^(?:LC_[A-Z]+|JAVA_HOME_\d+_[A-Za-z0-9]+|GOROOT_\d+_\d+_[A-Za-z0-9]+)$/;
/** A proxy's password is nobody's business. */
const HAS_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i;

/** The environment of a child: what may pass of ours, and over it what the configuration gives. */
export function childEnvironment(
  env: Env,
  given: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const passed = Object.entries(env).filter(
    (pair): pair is [string, string] =>
      pair[1] !== undefined &&
      (PASSED.includes(pair[0]) || PASSED_FAMILY.test(pair[0])) &&
      !HAS_PASSWORD.test(pair[1]),
  );
  return { ...Object.fromEntries(passed), ...given };
}
