/** The script that runs on the machine of a target: it prints files of `/proc` when it is asked, and does nothing in between. */

/** What it is made with. */
export interface ScriptOptions {
  /** Begins the last line of every answer: nobody there can guess it. */
  readonly mark: string;
  /** Absolute path of the file that holds a process's number, or null. */
  readonly pidFile: string | null;
}

/** As long as GitHub lets a job run: then it ends by itself, whatever became of the connection. */
const LIFETIME_SECONDS = 6 * 3_600;

/**
 * A script for any shell of POSIX. A question is a line of words: `all` for the `stat` of every process, a number for what tells of that process, `t` and a number for its threads, `s` and a number for its share of memory.
 * The answer is what `head` prints of several files, each after a line with its name, and a last line with the mark, the script's own number, and the number in the file. It ends with its input, and after six hours. Files that are gone or
 * forbidden are left out.
 */
export function farScript({ mark, pidFile }: ScriptOptions): string {
  return `LC_ALL=C; export LC_ALL
exec 2>/dev/null
( trap 'kill "$s"; exit' TERM; sleep ${LIFETIME_SECONDS} & s=$!; wait "$s"; kill "$$" ) </dev/null >/dev/null & w=$!
trap 'kill "$w"' EXIT
trap 'exit 1' HUP INT TERM PIPE
finish() {
  pid=0
  ${pidFile === null ? ':' : `{ read -r pid _; } <'${pidFile}' || :`}
  case $pid in ''|*[!0-9]*) pid=0 ;; esac
  printf '\\n%s %s %s\\n' '${mark}' "$$" "$pid"
}
finish
while read -r ask; do
  set -- /proc/uptime /proc/stat /proc/meminfo /proc/net/snmp /proc/diskstats /proc/pressure/cpu /proc/pressure/io /proc/pressure/memory
  for p in $ask; do
    case $p in
      all) set -- "$@" /proc/[0-9]*/stat ;;
      t*) set -- "$@" /proc/"\${p#t}"/task/[0-9]*/stat /proc/"\${p#t}"/task/[0-9]*/schedstat /proc/"\${p#t}"/task/[0-9]*/status ;;
      s*) set -- "$@" /proc/"\${p#s}"/smaps_rollup ;;
      *) set -- "$@" /proc/"$p"/stat /proc/"$p"/status /proc/"$p"/io ;;
    esac
  done
  head -n 2000 "$@"
  finish
done
`;
}
