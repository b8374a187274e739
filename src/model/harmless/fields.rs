//! Fields that share a reason: ends of their paths.

pub(super) const LOGS: &[&str] = &[
    "access_log",
    "access_log_path",
    "access_log_flush_interval",
    "access_log_options",
    "flush_access_log_on_new_request",
    "stat_prefix",
    "alt_stat_name",
    "stats_matcher",
    "tracing",
    "request_id_extension",
    "track_cluster_stats",
    "track_timeout_budgets",
    "virtual_clusters",
    "record_route_resolution_stats",
    "emit_client_span",
    "emit_filter_state_stats",
    "charge_cluster_response_stats",
    "disable_downstream_cluster_stats",
    "route_config.metadata",
    "route_configuration.metadata",
    "observability_name",
    "flush_access_log_on_connected",
    "tunneling_config.propagate_response_headers",
    "tunneling_config.propagate_response_trailers",
    "tunneling_config.request_id_header",
    "tunneling_config.request_id_metadata_key",
];

pub(super) const SOURCES: &[&str] = &[
    "config_source",
    "eds_config",
    "sds_config",
    "rds_config_source",
    "scoped_rds",
    "lrs_server",
    "lrs_report_endpoint_metrics",
    "network_namespace_filepath",
    "resolver_name",
    "pipe.mode",
    "policy.endpoint_stale_after",
];

pub(super) const SOCKETS: &[&str] = &[
    "freebind",
    "transparent",
    "reuse_port",
    "enable_reuse_port",
    "enable_mptcp",
    "tcp_backlog_size",
    "tcp_fast_open_queue_length",
    "tcp_keepalive",
    "socket_options",
    "connection_balance_config",
    "max_connections_to_accept_per_socket_event",
    "upstream_connection_options",
    "upstream_bind_config.additional_source_addresses",
    "upstream_bind_config.extra_source_addresses",
    "upstream_bind_config.local_address_selector",
    "validate_network_namespaces",
];

pub(super) const BUFFERS: &[&str] = &[
    "per_connection_buffer_limit_bytes",
    "per_connection_buffer_high_watermark_timeout",
    "per_request_buffer_limit_bytes",
    "request_body_buffer_limit",
    "max_direct_response_body_size_bytes",
    "max_early_data_bytes",
    "max_buffered_datagrams",
    "buffer_size_bytes",
];

pub(super) const CONNECTION_ENDS: &[&str] = &[
    "max_connection_duration",
    "max_connection_duration_jitter",
    "http1_safe_max_connection_duration",
    "max_requests_per_connection",
    "transport_socket_connect_timeout",
    "drain_timeout",
    "drain_timeout_jitter",
    "drain_type",
    "delayed_close_timeout",
    "request_timeout",
    "request_headers_timeout",
    "flush_timeout",
    "max_downstream_connection_duration",
    "max_downstream_connection_duration_jitter_percentage",
    "stream_error_on_invalid_http_message",
    "stream_flush_timeout",
    "check_drain_close",
    "downstream_idle_timeout",
    "upstream_idle_timeout",
    "close_connections_on_host_health_failure",
    "close_connections_on_host_set_change",
    "ignore_health_on_host_removal",
];

pub(super) const RETRIES: &[&str] = &[
    "retry_options_predicates",
    "per_try_idle_timeout",
    "rate_limited_retry_back_off",
    "retry_back_off",
    "refresh_cluster_on_retry",
    "retriable_headers",
    "retriable_request_headers",
    "hedge_policy",
    "include_is_timeout_retry_header",
    "virtual_hosts.retry_policy_typed_config",
    "backoff_options",
];

pub(super) const COPIES: &[&str] = &[
    "request_mirror_policies.disable_shadow_host_suffix_append",
    "request_mirror_policies.host_rewrite_literal",
    "request_mirror_policies.request_headers_mutations",
    "request_mirror_policies.trace_sampled",
];

pub(super) const BOOTSTRAP: &[&str] = &[
    "admin.profile_path",
    "admin.allow_paths",
    "admin.ignore_global_conn_limit",
    "application_log_config",
    "certificate_provider_instances",
    "cluster_manager.enable_deferred_cluster_creation",
    "cluster_manager.load_stats_config",
    "cluster_manager.outlier_detection",
    "cluster_manager.upstream_bind_config",
    "config_sources",
    "default_config_source",
    "default_regex_engine",
    "default_socket_interface",
    "deferred_stat_options",
    "dns_resolution_config",
    "dynamic_resources",
    "enable_dispatcher_stats",
    "enable_worker_cpu_affinity",
    "fatal_actions",
    "flags_path",
    "grpc_async_client_manager_config",
    "hds_config",
    "inline_headers",
    "listener_manager",
    "memory_allocator_manager",
    "node.client_features",
    "node.dynamic_parameters",
    "node.extensions",
    "node.listening_addresses",
    "node.user_agent_name",
    "node.user_agent_version",
    "node.metadata.*",
    "node_context_params",
    "overload_manager",
    "perf_tracing_file_path",
    "static_resources",
    "stats_config",
    "stats_eviction_interval",
    "stats_flush_interval",
    "stats_flush_on_admin",
    "stats_server_version_override",
    "stats_sinks",
    "typed_dns_resolver_config",
    "use_tcp_for_dns_lookups",
    "watchdog",
    "watchdogs",
    "xds_config_tracker_extension",
    "xds_delegate_extension",
];

pub(super) const HEALTH: &[&str] =
    &["health_checks.*", "health_checks.http_health_check.*", "outlier_detection.*", "healthy_panic_threshold.*"];

pub(super) const DNS: &[&str] = &[
    "dns_refresh_rate",
    "dns_failure_refresh_rate",
    "dns_jitter",
    "dns_resolution_config",
    "dns_resolvers",
    "respect_dns_ttl",
    "typed_dns_resolver_config",
    "use_tcp_for_dns_lookups",
    "cleanup_interval",
];

pub(super) const BALANCING: &[&str] = &[
    "least_request_lb_config",
    "round_robin_lb_config",
    "ring_hash_lb_config",
    "maglev_lb_config",
    "common_lb_config.consistent_hashing_lb_config",
    "common_lb_config.update_merge_window",
    "lb_subset_config.locality_weight_aware",
    "lb_subset_config.scale_locality_weight",
];

pub(super) const POOLS: &[&str] = &[
    "circuit_breakers.per_host_thresholds",
    "circuit_breakers.thresholds.max_connection_pools",
    "circuit_breakers.thresholds.retry_budget",
    "circuit_breakers.thresholds.track_remaining",
    "cluster.common_http_protocol_options",
    "cluster.http_protocol_options",
    "connection_pool_per_downstream_connection",
    "preconnect_policy",
    "queuing_policies",
    "wait_for_warm_on_init",
];

pub(super) const ENDPOINTS: &[&str] = &["endpoints.metadata", "endpoints.proximity", "endpoint.health_check_config"];

pub(super) const ACCEPTING: &[&str] = &["bypass_overload_manager", "ignore_global_conn_limit"];

pub(super) const HTTP2: &[&str] = &[
    "http2_protocol_options.*",
    "explicit_http_config.http2_protocol_options.*",
    "http3_protocol_options",
    "http3_protocol_options.*",
    "override_stream_error_on_invalid_http_message",
    "use_balsa_parser",
];

pub(super) const INTERNAL_REDIRECTS: &[&str] = &["internal_redirect_policy.*"];

pub(super) const SERVICES: &[&str] = &[
    "allowed_headers",
    "disallowed_headers",
    "bootstrap_metadata_labels_key",
    "clear_route_cache_headers",
    "decoder_header_mutation_rules",
    "enable_dynamic_metadata_ingestion",
    "encode_raw_headers",
    "enforce_response_header_limits",
    "failure_mode_allow_header_add",
    "filter_metadata",
    "include_peer_certificate",
    "include_tls_session",
    "max_denied_response_body_bytes",
    "metadata_context_namespaces",
    "typed_metadata_context_namespaces",
    "route_metadata_context_namespaces",
    "route_typed_metadata_context_namespaces",
    "transport_api_version",
    "validate_mutations",
    "with_request_body",
    "check_settings",
    "send_tls_alert_on_denial",
    "allow_content_length_header",
    "allow_mode_override",
    "allowed_override_modes",
    "deferred_close_timeout",
    "disable_clear_route_cache",
    "disable_immediate_response",
    "forward_rules",
    "max_message_timeout",
    "message_timeout",
    "metadata_options",
    "mutation_rules",
    "on_processing_response",
    "processing_mode.request_trailer_mode",
    "processing_mode.response_body_mode",
    "processing_mode.response_trailer_mode",
    "processing_request_modifier",
    "request_attributes",
    "response_attributes",
    "route_cache_action",
    "send_body_without_waiting_for_header_response",
    "rate_limit_service",
    "request_type",
    "timeout",
    "metadata_namespace",
];

pub(super) const EXT_PROC: &[&str] = &["grpc_service", "http_service", "failure_mode_allow", "status_on_error"];

pub(super) const TLS: &[&str] = &[
    "tls_params",
    "tls_params.cipher_suites",
    "tls_params.ecdh_curves",
    "tls_params.signature_algorithms",
    "tls_params.compliance_policies",
    "allow_renegotiation",
    "max_session_keys",
    "enforce_rsa_key_usage",
    "session_timeout",
    "disable_stateless_session_resumption",
    "disable_stateful_session_resumption",
    "session_ticket_keys",
    "session_ticket_keys_sds_secret_config",
    "ocsp_staple",
    "ocsp_staple_policy",
    "full_scan_certs_on_sni_mismatch",
    "prefer_client_ciphers",
    "key_log",
    "signed_certificate_timestamp",
];

pub(super) const CERTIFICATES: &[&str] = &[
    "crl",
    "only_verify_leaf_cert_crl",
    "max_verify_depth",
    "require_signed_certificate_timestamp",
    "suppress_client_ca_list",
    "ca_certificate_provider_instance",
    "validation_context_certificate_provider",
    "validation_context_certificate_provider_instance",
    "tls_certificate_certificate_provider",
    "tls_certificate_certificate_provider_instance",
    "tls_certificate_provider_instance",
];

pub(super) const LUA: &[&str] = &["filter_context", "package_cpaths", "package_paths", "shared_vm_id"];

pub(super) const JWT: &[&str] =
    &["failed_status_in_metadata", "header_in_metadata", "jwt_cache_config", "normalize_payload_in_metadata"];

pub(super) const RBAC: &[&str] = &[
    "audit_logging_options",
    "cel_config",
    "rules_stat_prefix",
    "track_per_rule_stats",
    "delay_deny",
    "enforcement_type",
    "read_only",
    "content_type",
];

pub(super) const FAULT: &[&str] = &[
    "response_rate_limit",
    "response_rate_limit_percent_runtime",
    "delay_duration_runtime",
    "max_active_faults_runtime",
];

pub(super) const LIMITS: &[&str] = &[
    "ratelimit.stage",
    "always_consume_default_token_bucket",
    "enable_retry_after_header",
    "enable_x_ratelimit_headers",
    "local_cluster_rate_limit",
    "local_rate_limit_per_downstream_connection",
    "max_dynamic_descriptors",
    "rate_limits",
    "stage",
    "vh_rate_limits",
    "override_option",
];

pub(super) const CONNECTION_LIMIT: &[&str] = &["delay", "max_connections", "token_bucket", "share_key"];

pub(super) const ROUTER: &[&str] = &[
    "dynamic_stats",
    "start_child_span",
    "suppress_grpc_request_failure_code_stats",
    "upstream_log",
    "upstream_log_options",
    "always_set_request_id_in_response",
    "append_local_overload",
    "add_proxy_protocol_connection_state",
];

pub(super) const PROXY_PROTOCOL: &[&str] =
    &["allow_unspecified_address", "tlv_as_pool_key", "proxy_protocol_tlvs", "proxy_protocol_tlv_merge_policy"];

pub(super) const UPSTREAM_HTTP: &[&str] = &[
    "outlier_detection",
    "retry_policy",
    "common_http_protocol_options.max_headers_count",
    "common_http_protocol_options.headers_with_underscores_action",
    "common_http_protocol_options.max_stream_duration",
];
