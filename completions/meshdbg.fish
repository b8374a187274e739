# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_meshdbg_global_optspecs
    string join \n from= n/namespace= o/output= at= color= width= q/quiet v/verbose context= kubeconfig= via= admin-port= timeout= concurrency= h/help V/version
end

function __fish_meshdbg_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_meshdbg_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_meshdbg_using_subcommand
    set -l cmd (__fish_meshdbg_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c meshdbg -n "__fish_meshdbg_needs_command" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_needs_command" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_needs_command" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_needs_command" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_needs_command" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_needs_command" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_needs_command" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_needs_command" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_needs_command" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_needs_command" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_needs_command" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_needs_command" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_needs_command" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -s V -l version -d 'Print version'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "trace" -d 'What happens to a request at a proxy, step by step, and how it ends'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "explain" -d 'What an object does, whose it is, what refers to it and what it refers to'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "authz" -d 'Who may do what, what binds a workload, and who speaks TLS to whom'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "listeners" -d 'Listeners: where connections arrive'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "listener" -d 'Listeners: where connections arrive'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "chains" -d 'Filter chains in the order in which they match'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "chain" -d 'Filter chains in the order in which they match'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "routes" -d 'Routes with all their conditions and destinations'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "route" -d 'Routes with all their conditions and destinations'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "clusters" -d 'Clusters'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "cluster" -d 'Clusters'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "endpoints" -d 'Endpoints with their health'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "endpoint" -d 'Endpoints with their health'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "secrets" -d 'Certificates: names, issuer, validity and days left'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "secret" -d 'Certificates: names, issuer, validity and days left'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "bootstrap" -d 'Who the proxy is, and its runtime flags'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "ecds" -d 'Filters that come by their own discovery service, such as Wasm plugins'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "filters" -d 'Filters in the order in which they run, and what meshdbg knows of each'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "filter" -d 'Filters in the order in which they run, and what meshdbg knows of each'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "status" -d 'Whether every proxy holds what istiod sent it: synced, stale, not sent, rejected with the reason and its owner'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "proxy-status" -d 'Whether every proxy holds what istiod sent it: synced, stale, not sent, rejected with the reason and its owner'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "ps" -d 'Whether every proxy holds what istiod sent it: synced, stale, not sent, rejected with the reason and its owner'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "proxy-config" -d 'What istioctl proxy-config prints, with its flags and short names'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "pc" -d 'What istioctl proxy-config prints, with its flags and short names'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "ztunnel" -d 'What a ztunnel holds, as istioctl ztunnel-config prints it; with -o wide what istioctl hides'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "ztunnel-config" -d 'What a ztunnel holds, as istioctl ztunnel-config prints it; with -o wide what istioctl hides'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "zc" -d 'What a ztunnel holds, as istioctl ztunnel-config prints it; with -o wide what istioctl hides'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "snapshot" -d 'The whole mesh, or a part of it, to a file: it answers like the cluster'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "stats" -d 'What proxies count, by cluster and listener, with owners'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "stat" -d 'What proxies count, by cluster and listener, with owners'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "log" -d 'Log levels of running proxies; sets them where asked to'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "schema" -d 'JSON Schema of what `-o json` writes'
complete -c meshdbg -n "__fish_meshdbg_needs_command" -f -a "completions" -d 'Completions for a shell'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l to -d 'Where to: `reviews:9080`, `reviews.shop:9080/path`, `http://HOST/PATH`, `https://…`, `grpc://…`, `tcp://…`, `10.0.0.7:9080`' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l batch -d 'Requests, one JSON object a line; `-` for stdin' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -s X -l request -l method -d 'Method' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -s H -l header -d 'A header; repeatable' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l path -d 'Path, with the query' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l authority -l host -d 'Host header; else the host of DEST' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l protocol -d 'What is spoken; else as the service or the scheme says' -r -f -a "http1\t''
http2\t''
grpc\t''
tcp\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l tls -d 'TLS of the sender: mutual is with a client certificate' -r -f -a "plain\t''
simple\t''
mutual\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l sni -d 'Server name in the TLS handshake; else the host of DEST' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l alpn -d 'A protocol that the sender offers in the TLS handshake; repeatable' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l as -d 'Identity in the sender\'s certificate' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l claim -d 'A claim of the valid token that the request carries; repeatable' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l source-ip -d 'Address of the sender' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l direction -d 'Way through the proxy; else as its kind and DEST say' -r -f -a "outbound\t''
inbound\t''
gateway\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l pick -d 'At forks follow this branch only: subset=v1, endpoint=10.0.0.7:9080, weight=NAME, answer=denied; repeatable' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -l summary -d 'Only how it ends'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand trace" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -l in -d 'The proxy to look in; else all that were read' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and not __fish_seen_subcommand_from missing" -a "missing" -d 'Why an object is not there: what hides, loses, refuses or lacks it, and what to do'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -l in -d 'The proxy that should have it; may be left out where only one was read' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand explain; and __fish_seen_subcommand_from missing" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -f -a "check" -d 'What binds a workload: policies, tokens and mutual TLS, port by port, and rules that can never match'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -f -a "can" -d 'Whether a request is let through: by which proxy and policy, and why not by the others'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and not __fish_seen_subcommand_from check can mtls" -f -a "mtls" -d 'TLS from clients to services: what each offers against what the endpoints take, conflicts first'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from check" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from check" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from check" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from check" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from check" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from check" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from check" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from check" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from check" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from check" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from check" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from check" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from check" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from check" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l to -d 'Where to, as for trace' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -s X -l request -l method -d 'Method' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -s H -l header -d 'A header; repeatable' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l path -d 'Path, with the query' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l authority -l host -d 'Host header; else the host of DEST' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l protocol -d 'What is spoken; else as the service or the scheme says' -r -f -a "http1\t''
http2\t''
grpc\t''
tcp\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l tls -d 'TLS of the sender: mutual is with a client certificate' -r -f -a "plain\t''
simple\t''
mutual\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l sni -d 'Server name in the TLS handshake; else the host of DEST' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l alpn -d 'A protocol that the sender offers in the TLS handshake; repeatable' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l as -d 'Identity in the sender\'s certificate' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l claim -d 'A claim of the valid token that the request carries; repeatable' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l source-ip -d 'Address of the sender' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l direction -d 'Way through the proxy; else as its kind and DEST say' -r -f -a "outbound\t''
inbound\t''
gateway\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l pick -d 'At forks follow this branch only; repeatable' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from can" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from mtls" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from mtls" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from mtls" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from mtls" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from mtls" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from mtls" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from mtls" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from mtls" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from mtls" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from mtls" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from mtls" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from mtls" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from mtls" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from mtls" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand authz; and __fish_seen_subcommand_from mtls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -l name -d 'Whose name holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -l address -d 'With an address that holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -l port -d 'On this port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -l type -d 'Which serves this: HTTP, TCP' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listeners" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -l name -d 'Whose name holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -l address -d 'With an address that holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -l port -d 'On this port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -l type -d 'Which serves this: HTTP, TCP' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand listener" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -l listener -d 'Of the listener with this name' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -l port -d 'For this destination port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -l sni -d 'For an SNI that holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chains" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -l listener -d 'Of the listener with this name' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -l port -d 'For this destination port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -l sni -d 'For an SNI that holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand chain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -l name -d 'Of this route table' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -l host -d 'Of virtual hosts that hold this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -l cluster -d 'To a cluster that holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -l owner -d 'Of an owner that holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand routes" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -l name -d 'Of this route table' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -l host -d 'Of virtual hosts that hold this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -l cluster -d 'To a cluster that holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -l owner -d 'Of an owner that holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand route" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l fqdn -d 'For hosts that hold this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l port -d 'For this port of the service' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l subset -d 'For this subset' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l direction -d 'In this direction: inbound, outbound' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l owner -d 'Of an owner that holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand clusters" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l fqdn -d 'For hosts that hold this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l port -d 'For this port of the service' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l subset -d 'For this subset' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l direction -d 'In this direction: inbound, outbound' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l owner -d 'Of an owner that holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand cluster" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -l address -d 'With an address that holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -l port -d 'On this port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -l cluster -d 'Of clusters that hold this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -l status -l health -d 'With this health: healthy, degraded, unhealthy' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoints" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -l address -d 'With an address that holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -l port -d 'On this port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -l cluster -d 'Of clusters that hold this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -l status -l health -d 'With this health: healthy, degraded, unhealthy' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand endpoint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -l name -d 'Whose name holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -l san -d 'With a name in the certificate that holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secrets" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -l name -d 'Whose name holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -l san -d 'With a name in the certificate that holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand secret" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -l field -d 'Fields whose name holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand bootstrap" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -l name -d 'Whose name holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ecds" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -l listener -d 'Of the listener with this name' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -l name -d 'Whose name holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -l type -d 'Whose type holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -l level -d 'At this level: listener, network, http' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filters" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -l listener -d 'Of the listener with this name' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -l name -d 'Whose name holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -l type -d 'Whose type holds this' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -l level -d 'At this level: listener, network, http' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -l where -d 'A condition on a column: COLUMN=TEXT (holds it), != (does not), == (is it), !== (is not), ~ (regular expression); all must hold' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand filter" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -s i -l istio-namespace -l istioNamespace -d 'Namespace of istiod; else any' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -l compare -d 'Of a running mesh, compare every proxy with what istiod would send it; proxies that are named always are'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -s i -l istio-namespace -l istioNamespace -d 'Namespace of istiod; else any' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -l compare -d 'Of a running mesh, compare every proxy with what istiod would send it; proxies that are named always are'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -s i -l istio-namespace -l istioNamespace -d 'Namespace of istiod; else any' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -l compare -d 'Of a running mesh, compare every proxy with what istiod would send it; proxies that are named always are'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ps" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "cluster" -d 'Clusters'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "clusters" -d 'Clusters'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "c" -d 'Clusters'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "listener" -d 'Listeners and where they lead'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "listeners" -d 'Listeners and where they lead'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "l" -d 'Listeners and where they lead'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "route" -d 'Routes'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "routes" -d 'Routes'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "r" -d 'Routes'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "endpoint" -d 'Endpoints of `/clusters?format=json`'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "endpoints" -d 'Endpoints of `/clusters?format=json`'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "ep" -d 'Endpoints of `/clusters?format=json`'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "eds" -d 'Endpoints of a dump with `include_eds`'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "secret" -d 'Secrets'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "secrets" -d 'Secrets'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "s" -d 'Secrets'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "bootstrap" -d 'Bootstrap; as JSON unless asked otherwise'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "b" -d 'Bootstrap; as JSON unless asked otherwise'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "ecds" -d 'Filters that come by discovery'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "ec" -d 'Filters that come by discovery'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "all" -d 'All of these, one after the other'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "a" -d 'All of these, one after the other'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "log" -d 'Log levels; a saved dump does not hold them'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "o" -d 'Log levels; a saved dump does not hold them'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -l fqdn -d 'Text in the name' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -l direction -d 'Direction' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -l subset -d 'Subset' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from cluster" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -l fqdn -d 'Text in the name' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -l direction -d 'Direction' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -l subset -d 'Subset' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from clusters" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -l fqdn -d 'Text in the name' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -l direction -d 'Direction' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -l subset -d 'Subset' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from c" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -l address -d 'Address' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -l type -d 'HTTP, TCP or HTTP+TCP' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -l verbose -d 'A row for each chain' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -l waypoint -d 'The chains of a waypoint'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listener" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -l address -d 'Address' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -l type -d 'HTTP, TCP or HTTP+TCP' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -l verbose -d 'A row for each chain' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -l waypoint -d 'The chains of a waypoint'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from listeners" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -l address -d 'Address' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -l type -d 'HTTP, TCP or HTTP+TCP' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -l verbose -d 'A row for each chain' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -l waypoint -d 'The chains of a waypoint'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from l" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -l name -d 'Route table' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -l verbose -d 'A row for each route' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from route" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -l name -d 'Route table' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -l verbose -d 'A row for each route' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from routes" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -l name -d 'Route table' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -l verbose -d 'A row for each route' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from r" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -l address -d 'Address' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -l cluster -d 'Cluster' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -l status -d 'healthy or unhealthy' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -l address -d 'Address' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -l cluster -d 'Cluster' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -l status -d 'healthy or unhealthy' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from endpoints" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -l address -d 'Address' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -l cluster -d 'Cluster' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -l status -d 'healthy or unhealthy' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ep" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -l address -d 'Address' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -l cluster -d 'Cluster' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -l status -d 'healthy or unhealthy' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from eds" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secret" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from secrets" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from s" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from bootstrap" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from b" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ecds" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from ec" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l fqdn -d 'Text in the name of clusters' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l direction -d 'Direction of clusters' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l subset -d 'Subset of clusters' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l address -d 'Address of listeners and endpoints' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l type -d 'Type of listeners' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l port -d 'Port of clusters, listeners and endpoints' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l name -d 'Route table' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l verbose -d 'A row for each chain and route' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -l with-headers -d 'A heading over each table'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from all" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l fqdn -d 'Text in the name of clusters' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l direction -d 'Direction of clusters' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l subset -d 'Subset of clusters' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l address -d 'Address of listeners and endpoints' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l type -d 'Type of listeners' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l port -d 'Port of clusters, listeners and endpoints' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l name -d 'Route table' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l verbose -d 'A row for each chain and route' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -l with-headers -d 'A heading over each table'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from a" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand proxy-config; and __fish_seen_subcommand_from o" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "cluster" -d 'Clusters'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "clusters" -d 'Clusters'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "c" -d 'Clusters'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "listener" -d 'Listeners and where they lead'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "listeners" -d 'Listeners and where they lead'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "l" -d 'Listeners and where they lead'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "route" -d 'Routes'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "routes" -d 'Routes'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "r" -d 'Routes'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "endpoint" -d 'Endpoints of `/clusters?format=json`'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "endpoints" -d 'Endpoints of `/clusters?format=json`'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "ep" -d 'Endpoints of `/clusters?format=json`'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "eds" -d 'Endpoints of a dump with `include_eds`'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "secret" -d 'Secrets'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "secrets" -d 'Secrets'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "s" -d 'Secrets'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "bootstrap" -d 'Bootstrap; as JSON unless asked otherwise'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "b" -d 'Bootstrap; as JSON unless asked otherwise'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "ecds" -d 'Filters that come by discovery'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "ec" -d 'Filters that come by discovery'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "all" -d 'All of these, one after the other'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "a" -d 'All of these, one after the other'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "log" -d 'Log levels; a saved dump does not hold them'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and not __fish_seen_subcommand_from cluster clusters c listener listeners l route routes r endpoint endpoints ep eds secret secrets s bootstrap b ecds ec all a log o" -f -a "o" -d 'Log levels; a saved dump does not hold them'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -l fqdn -d 'Text in the name' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -l direction -d 'Direction' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -l subset -d 'Subset' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from cluster" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -l fqdn -d 'Text in the name' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -l direction -d 'Direction' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -l subset -d 'Subset' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from clusters" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -l fqdn -d 'Text in the name' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -l direction -d 'Direction' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -l subset -d 'Subset' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from c" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -l address -d 'Address' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -l type -d 'HTTP, TCP or HTTP+TCP' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -l verbose -d 'A row for each chain' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -l waypoint -d 'The chains of a waypoint'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listener" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -l address -d 'Address' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -l type -d 'HTTP, TCP or HTTP+TCP' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -l verbose -d 'A row for each chain' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -l waypoint -d 'The chains of a waypoint'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from listeners" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -l address -d 'Address' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -l type -d 'HTTP, TCP or HTTP+TCP' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -l verbose -d 'A row for each chain' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -l waypoint -d 'The chains of a waypoint'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from l" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -l name -d 'Route table' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -l verbose -d 'A row for each route' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from route" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -l name -d 'Route table' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -l verbose -d 'A row for each route' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from routes" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -l name -d 'Route table' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -l verbose -d 'A row for each route' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from r" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -l address -d 'Address' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -l cluster -d 'Cluster' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -l status -d 'healthy or unhealthy' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -l address -d 'Address' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -l cluster -d 'Cluster' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -l status -d 'healthy or unhealthy' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from endpoints" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -l address -d 'Address' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -l cluster -d 'Cluster' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -l status -d 'healthy or unhealthy' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ep" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -l address -d 'Address' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -l port -d 'Port' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -l cluster -d 'Cluster' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -l status -d 'healthy or unhealthy' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from eds" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secret" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from secrets" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from s" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from bootstrap" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from b" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ecds" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from ec" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l fqdn -d 'Text in the name of clusters' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l direction -d 'Direction of clusters' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l subset -d 'Subset of clusters' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l address -d 'Address of listeners and endpoints' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l type -d 'Type of listeners' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l port -d 'Port of clusters, listeners and endpoints' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l name -d 'Route table' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l verbose -d 'A row for each chain and route' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -l with-headers -d 'A heading over each table'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from all" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l fqdn -d 'Text in the name of clusters' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l direction -d 'Direction of clusters' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l subset -d 'Subset of clusters' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l address -d 'Address of listeners and endpoints' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l type -d 'Type of listeners' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l port -d 'Port of clusters, listeners and endpoints' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l name -d 'Route table' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l verbose -d 'A row for each chain and route' -r -f -a "true\t''
false\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -l with-headers -d 'A heading over each table'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from a" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand pc; and __fish_seen_subcommand_from o" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "workloads" -d 'Workloads: pods and entries, how they are reached, their waypoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "workload" -d 'Workloads: pods and entries, how they are reached, their waypoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "w" -d 'Workloads: pods and entries, how they are reached, their waypoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "services" -d 'Services with their waypoints and endpoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "service" -d 'Services with their waypoints and endpoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "svc" -d 'Services with their waypoints and endpoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "s" -d 'Services with their waypoints and endpoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "policies" -d 'Policies that ztunnels check'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "policy" -d 'Policies that ztunnels check'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "pol" -d 'Policies that ztunnels check'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "p" -d 'Policies that ztunnels check'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "certificates" -d 'Certificates of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "certificate" -d 'Certificates of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "certs" -d 'Certificates of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "cert" -d 'Certificates of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "connections" -d 'Open connections of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "connection" -d 'Open connections of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "cons" -d 'Open connections of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "all" -d 'All of these, one after the other'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "a" -d 'All of these, one after the other'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "waypoints" -d 'Who asks for which waypoint, whether it is used, and why not'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "waypoint" -d 'Who asks for which waypoint, whether it is used, and why not'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "wp" -d 'Who asks for which waypoint, whether it is used, and why not'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -l workload-node -d 'Node of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -l address -d 'Address of the workload' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workloads" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -l workload-node -d 'Node of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -l address -d 'Address of the workload' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from workload" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -l workload-node -d 'Node of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -l address -d 'Address of the workload' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from w" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -l service-namespace -d 'Namespace of the services' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from services" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -l service-namespace -d 'Namespace of the services' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from service" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -l service-namespace -d 'Namespace of the services' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from svc" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -l service-namespace -d 'Namespace of the services' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from s" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -l policy-namespace -d 'Namespace of the policies' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policies" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -l policy-namespace -d 'Namespace of the policies' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from policy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -l policy-namespace -d 'Namespace of the policies' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from pol" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -l policy-namespace -d 'Namespace of the policies' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from p" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificates" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certificate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from certs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cert" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -l direction -d 'Only these' -r -f -a "inbound\t''
outbound\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -l raw -d 'Addresses, not names'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connections" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -l direction -d 'Only these' -r -f -a "inbound\t''
outbound\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -l raw -d 'Addresses, not names'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from connection" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -l direction -d 'Only these' -r -f -a "inbound\t''
outbound\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -l raw -d 'Addresses, not names'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from cons" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from all" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from a" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoints" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from waypoint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel; and __fish_seen_subcommand_from wp" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "workloads" -d 'Workloads: pods and entries, how they are reached, their waypoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "workload" -d 'Workloads: pods and entries, how they are reached, their waypoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "w" -d 'Workloads: pods and entries, how they are reached, their waypoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "services" -d 'Services with their waypoints and endpoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "service" -d 'Services with their waypoints and endpoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "svc" -d 'Services with their waypoints and endpoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "s" -d 'Services with their waypoints and endpoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "policies" -d 'Policies that ztunnels check'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "policy" -d 'Policies that ztunnels check'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "pol" -d 'Policies that ztunnels check'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "p" -d 'Policies that ztunnels check'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "certificates" -d 'Certificates of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "certificate" -d 'Certificates of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "certs" -d 'Certificates of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "cert" -d 'Certificates of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "connections" -d 'Open connections of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "connection" -d 'Open connections of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "cons" -d 'Open connections of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "all" -d 'All of these, one after the other'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "a" -d 'All of these, one after the other'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "waypoints" -d 'Who asks for which waypoint, whether it is used, and why not'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "waypoint" -d 'Who asks for which waypoint, whether it is used, and why not'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "wp" -d 'Who asks for which waypoint, whether it is used, and why not'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -l workload-node -d 'Node of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -l address -d 'Address of the workload' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workloads" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -l workload-node -d 'Node of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -l address -d 'Address of the workload' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from workload" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -l workload-node -d 'Node of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -l address -d 'Address of the workload' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from w" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -l service-namespace -d 'Namespace of the services' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from services" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -l service-namespace -d 'Namespace of the services' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from service" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -l service-namespace -d 'Namespace of the services' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from svc" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -l service-namespace -d 'Namespace of the services' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from s" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -l policy-namespace -d 'Namespace of the policies' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policies" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -l policy-namespace -d 'Namespace of the policies' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from policy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -l policy-namespace -d 'Namespace of the policies' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from pol" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -l policy-namespace -d 'Namespace of the policies' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from p" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificates" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certificate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from certs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cert" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -l direction -d 'Only these' -r -f -a "inbound\t''
outbound\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -l raw -d 'Addresses, not names'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connections" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -l direction -d 'Only these' -r -f -a "inbound\t''
outbound\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -l raw -d 'Addresses, not names'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from connection" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -l direction -d 'Only these' -r -f -a "inbound\t''
outbound\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -l raw -d 'Addresses, not names'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from cons" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from all" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from a" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoints" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from waypoint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand ztunnel-config; and __fish_seen_subcommand_from wp" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "workloads" -d 'Workloads: pods and entries, how they are reached, their waypoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "workload" -d 'Workloads: pods and entries, how they are reached, their waypoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "w" -d 'Workloads: pods and entries, how they are reached, their waypoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "services" -d 'Services with their waypoints and endpoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "service" -d 'Services with their waypoints and endpoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "svc" -d 'Services with their waypoints and endpoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "s" -d 'Services with their waypoints and endpoints'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "policies" -d 'Policies that ztunnels check'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "policy" -d 'Policies that ztunnels check'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "pol" -d 'Policies that ztunnels check'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "p" -d 'Policies that ztunnels check'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "certificates" -d 'Certificates of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "certificate" -d 'Certificates of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "certs" -d 'Certificates of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "cert" -d 'Certificates of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "connections" -d 'Open connections of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "connection" -d 'Open connections of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "cons" -d 'Open connections of the node\'s workloads'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "all" -d 'All of these, one after the other'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "a" -d 'All of these, one after the other'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "waypoints" -d 'Who asks for which waypoint, whether it is used, and why not'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "waypoint" -d 'Who asks for which waypoint, whether it is used, and why not'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and not __fish_seen_subcommand_from workloads workload w services service svc s policies policy pol p certificates certificate certs cert connections connection cons all a waypoints waypoint wp" -f -a "wp" -d 'Who asks for which waypoint, whether it is used, and why not'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -l workload-node -d 'Node of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -l address -d 'Address of the workload' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workloads" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -l workload-node -d 'Node of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -l address -d 'Address of the workload' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from workload" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -l workload-node -d 'Node of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -l address -d 'Address of the workload' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from w" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -l service-namespace -d 'Namespace of the services' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from services" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -l service-namespace -d 'Namespace of the services' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from service" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -l service-namespace -d 'Namespace of the services' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from svc" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -l service-namespace -d 'Namespace of the services' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from s" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -l policy-namespace -d 'Namespace of the policies' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policies" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -l policy-namespace -d 'Namespace of the policies' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from policy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -l policy-namespace -d 'Namespace of the policies' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from pol" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -l policy-namespace -d 'Namespace of the policies' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from p" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificates" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certificate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from certs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cert" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -l direction -d 'Only these' -r -f -a "inbound\t''
outbound\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -l raw -d 'Addresses, not names'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connections" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -l direction -d 'Only these' -r -f -a "inbound\t''
outbound\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -l raw -d 'Addresses, not names'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from connection" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -l workload-namespace -d 'Namespace of the workloads' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -l direction -d 'Only these' -r -f -a "inbound\t''
outbound\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -l raw -d 'Addresses, not names'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from cons" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from all" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from a" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoints" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from waypoint" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -l node -d 'The ztunnel of a node' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -s f -l file -d 'A saved dump; the same as --from' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand zc; and __fish_seen_subcommand_from wp" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -l redact -d 'Substitutes for names, IPs, header values and tokens, or only for those listed; the same everywhere, so that it still traces' -r -f -a "names\t'Namespaces, services, pods, hosts, identities, labels'
ips\t'Addresses; those of a subnet stay in one'
headers\t'What headers are compared with, or set to'
tokens\t'Bearer tokens, API keys, passwords, environments'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -l redact-key -d 'Derive the substitutes from this text: captures with the same one fit together. Else from a key that nobody keeps' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -l redact-map -d 'Write here which substitute stands for what, for yourself only' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -s A -l all -l all-namespaces -d 'All namespaces'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -l stats -d 'Counters, gauges and histograms of the proxies too'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand snapshot" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -l filter -d 'Those whose name this regular expression finds' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -l type -d 'Those of a kind' -r -f -a "counter\t''
gauge\t''
histogram\t''
text\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -l watch -d 'Ask again and again, and show what changed; every 5 seconds if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -l times -d 'How often to ask again; else until it is interrupted' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -l zeros -d 'Those that are zero too'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -l filter -d 'Those whose name this regular expression finds' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -l type -d 'Those of a kind' -r -f -a "counter\t''
gauge\t''
histogram\t''
text\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -l watch -d 'Ask again and again, and show what changed; every 5 seconds if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -l times -d 'How often to ask again; else until it is interrupted' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -l zeros -d 'Those that are zero too'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand stat" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -s l -l selector -d 'Proxies with these labels: app=reviews,version=v1' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -l set -d 'Set levels: LEVEL for all loggers, or LOGGER=LEVEL; it asks first' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -s A -l all -d 'All proxies that were read (of one namespace with -n)'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -l reset -d 'Set the levels with which each proxy started'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -l yes -d 'Do not ask'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand schema" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand schema" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand schema" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand schema" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand schema" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand schema" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand schema" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand schema" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand schema" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand schema" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand schema" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand schema" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand schema" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand schema" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand schema" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand completions" -l from -d 'What to read: a config dump in any shape, a directory, an archive, `-` for stdin, `demo`, or the admin port of an Envoy (`http://127.0.0.1:15000`); several are merged. Without it the cluster of the kubeconfig\'s current context' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand completions" -s n -l namespace -d 'Namespace of the proxy, where its name has none' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand completions" -s o -l output -d 'How to write the answer; of a snapshot the file to write' -r -f -a "table\t'For people'
wide\t'For people with wide screens: every column'
json\t'JSON; `meshdbg schema` describes it'
jsonl\t'JSON on one line; of several proxies a line for each'
yaml\t'The same as YAML'
mermaid\t'A sequence diagram in Mermaid: client, proxies, application (`trace` only)'
dot\t'The tree of ways as a graph for Graphviz (`trace` only)'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand completions" -l at -d 'The time to judge by, in RFC 3339; else now for certificates and the time of the dump for requests' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand completions" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand completions" -l width -d 'Columns of the screen; else those of the terminal' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand completions" -l context -d 'Context of the kubeconfig; else the current one' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand completions" -l kubeconfig -d 'The kubeconfig; else KUBECONFIG, or ~/.kube/config' -r -F
complete -c meshdbg -n "__fish_meshdbg_using_subcommand completions" -l via -d 'How to reach a proxy; else port-forward, and exec where that is forbidden or fails' -r -f -a "port-forward\t''
exec\t''"
complete -c meshdbg -n "__fish_meshdbg_using_subcommand completions" -l admin-port -d 'Admin port of the proxies; else what the pod says, or 15000' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand completions" -l timeout -d 'How long one proxy may take, in seconds; 60 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand completions" -l concurrency -d 'How many proxies are asked at a time; 16 if not said' -r
complete -c meshdbg -n "__fish_meshdbg_using_subcommand completions" -s q -l quiet -d 'No warnings'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand completions" -s v -l verbose -d 'More: of a trace all evidence and every candidate that was looked at; of a running mesh how each proxy was reached'
complete -c meshdbg -n "__fish_meshdbg_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
