//! The objects of a dump as istiod makes them and Envoy prints them, with words in capitals to be filled in.

/// What stands before the clusters.
pub(crate) const START: &str = r#"{
 "configs": [
  {
   "@type": "type.googleapis.com/envoy.admin.v3.BootstrapConfigDump",
   "bootstrap": {
    "node": {
     "id": "sidecar~10.244.2.11~frontend-v1-0.shop~shop.svc.cluster.local",
     "cluster": "frontend.shop",
     "metadata": {
      "NAMESPACE": "shop",
      "NAME": "frontend-v1-0",
      "SERVICE_ACCOUNT": "frontend",
      "ISTIO_VERSION": "1.32.0",
      "LABELS": {
       "app": "frontend",
       "version": "v1"
      }
     }
    }
   },
   "last_updated": "2026-11-20T13:08:08.695Z"
  },
  {
   "@type": "type.googleapis.com/envoy.admin.v3.ClustersConfigDump",
   "dynamic_active_clusters": ["#;

/// The clusters that every sidecar has.
pub(crate) const PASSTHROUGH: &str = r#"
    {
     "cluster": {
      "@type": "type.googleapis.com/envoy.config.cluster.v3.Cluster",
      "name": "PassthroughCluster",
      "type": "ORIGINAL_DST",
      "connect_timeout": "10s",
      "lb_policy": "CLUSTER_PROVIDED"
     },
     "last_updated": "2026-11-20T13:08:08.695Z"
    }"#;

/// A cluster of a service.
pub(crate) const CLUSTER: &str = r#",
    {
     "cluster": {
      "@type": "type.googleapis.com/envoy.config.cluster.v3.Cluster",
      "name": "CLUSTER",
      "type": "EDS",
      "eds_cluster_config": {
       "eds_config": {
        "ads": {},
        "initial_fetch_timeout": "0s",
        "resource_api_version": "V3"
       },
       "service_name": "CLUSTER"
      },
      "connect_timeout": "10s",
      "lb_policy": "LEAST_REQUEST",
      "circuit_breakers": {
       "thresholds": [
        {
         "max_connections": 4294967295,
         "max_pending_requests": 4294967295,
         "max_requests": 4294967295,
         "max_retries": 4294967295,
         "track_remaining": true
        }
       ]
      },
      "metadata": {
       "filter_metadata": {
        "istio": {
         "services": [
          {
           "namespace": "NAMESPACE",
           "name": "SERVICE",
           "host": "HOST"
          }
         ]
        }
       }
      },TLS
      "common_lb_config": {}
     },
     "last_updated": "2026-11-20T13:08:08.695Z"
    }"#;

/// What a cluster of a subset with mutual TLS has besides.
pub(crate) const TLS: &str = r#"
      "transport_socket_matches": [
       {
        "name": "tlsMode-istio",
        "match": {
         "tlsMode": "istio"
        },
        "transport_socket": {
         "name": "envoy.transport_sockets.tls",
         "typed_config": {
          "@type": "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext",
          "common_tls_context": {
           "alpn_protocols": [
            "istio-peer-exchange",
            "istio"
           ],
           "tls_certificate_sds_secret_configs": [
            {
             "name": "default",
             "sds_config": {
              "ads": {},
              "resource_api_version": "V3"
             }
            }
           ],
           "combined_validation_context": {
            "default_validation_context": {
             "match_subject_alt_names": [
              {
               "exact": "spiffe://cluster.local/ns/NAMESPACE/sa/SERVICE"
              }
             ]
            },
            "validation_context_sds_secret_config": {
             "name": "ROOTCA",
             "sds_config": {
              "ads": {},
              "resource_api_version": "V3"
             }
            }
           }
          },
          "sni": "SNI"
         }
        }
       },
       {
        "name": "tlsMode-disabled",
        "match": {},
        "transport_socket": {
         "name": "envoy.transport_sockets.raw_buffer",
         "typed_config": {
          "@type": "type.googleapis.com/envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer"
         }
        }
       }
      ],"#;

/// Between the clusters and the endpoints.
pub(crate) const ENDPOINTS: &str = r#"
   ]
  },
  {
   "@type": "type.googleapis.com/envoy.admin.v3.EndpointsConfigDump",
   "dynamic_endpoint_configs": ["#;

/// The endpoints of a cluster.
pub(crate) const ENDPOINT: &str = r#"
    {
     "endpoint_config": {
      "@type": "type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment",
      "cluster_name": "CLUSTER",
      "endpoints": [
       {
        "locality": {
         "region": "eu-west",
         "zone": "eu-west-1b"
        },
        "lb_endpoints": [
         {
          "endpoint": {
           "address": {
            "socket_address": {
             "address": "ADDRESS",
             "port_value": 9080
            }
           },
           "health_check_config": {}
          },
          "health_status": "HEALTHY",
          "load_balancing_weight": 1
         }
        ],
        "load_balancing_weight": 1
       }
      ],
      "policy": {
       "overprovisioning_factor": 140
      }
     }
    }"#;

/// Between the endpoints and the listeners.
pub(crate) const LISTENERS: &str = r#"
   ]
  },
  {
   "@type": "type.googleapis.com/envoy.admin.v3.ListenersConfigDump",
   "dynamic_listeners": ["#;

/// The listener that takes what a workload sends.
pub(crate) const OUTBOUND: &str = r#"
    {
     "name": "virtualOutbound",
     "active_state": {
      "listener": {
       "@type": "type.googleapis.com/envoy.config.listener.v3.Listener",
       "name": "virtualOutbound",
       "address": {
        "socket_address": {
         "address": "0.0.0.0",
         "port_value": 15001
        }
       },
       "filter_chains": [
        {
         "filters": [
          {
           "name": "envoy.filters.network.tcp_proxy",
           "typed_config": {
            "@type": "type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy",
            "stat_prefix": "PassthroughCluster",
            "cluster": "PassthroughCluster"
           }
          }
         ],
         "name": "virtualOutbound-catchall-tcp"
        }
       ],
       "use_original_dst": true,
       "traffic_direction": "OUTBOUND"
      },
      "last_updated": "2026-11-20T13:08:09.066Z"
     }
    }"#;

/// The listener of a port.
pub(crate) const LISTENER: &str = r#",
    {
     "name": "0.0.0.0_PORT",
     "active_state": {
      "listener": {
       "@type": "type.googleapis.com/envoy.config.listener.v3.Listener",
       "name": "0.0.0.0_PORT",
       "address": {
        "socket_address": {
         "address": "0.0.0.0",
         "port_value": PORT
        }
       },
       "filter_chains": [
        {
         "filters": [
          {
           "name": "envoy.filters.network.http_connection_manager",
           "typed_config": {
            "@type": "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
            "stat_prefix": "outbound_0.0.0.0_PORT;",
            "rds": {
             "config_source": {
              "ads": {},
              "initial_fetch_timeout": "0s",
              "resource_api_version": "V3"
             },
             "route_config_name": "PORT"
            },
            "http_filters": [
             {
              "name": "envoy.filters.http.router",
              "typed_config": {
               "@type": "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router"
              }
             }
            ],
            "normalize_path": true
           }
          }
         ]
        }
       ],
       "traffic_direction": "OUTBOUND",
       "bind_to_port": false
      },
      "last_updated": "2026-11-20T13:08:09.066Z"
     }
    }"#;

/// Between the listeners and the route tables.
pub(crate) const ROUTES: &str = r#"
   ]
  },
  {
   "@type": "type.googleapis.com/envoy.admin.v3.RoutesConfigDump",
   "dynamic_route_configs": ["#;

/// The beginning of a route table.
pub(crate) const TABLE: &str = r#"
    {
     "route_config": {
      "@type": "type.googleapis.com/envoy.config.route.v3.RouteConfiguration",
      "name": "PORT",
      "virtual_hosts": ["#;

/// A virtual host of a table.
pub(crate) const VIRTUAL_HOST: &str = r#"
       {
        "name": "HOST:PORT",
        "domains": [
         "HOST",
         "SERVICE.NAMESPACE.svc",
         "SERVICE.NAMESPACE",
         "ADDRESS"
        ],
        "routes": [
         {
          "match": {
           "prefix": "/"
          },
          "route": {
           "cluster": "CLUSTER",
           "timeout": "0s",
           "retry_policy": {
            "retry_on": "connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes",
            "num_retries": 2,
            "host_selection_retry_max_attempts": "5"
           },
           "max_grpc_timeout": "0s"
          },
          "decorator": {
           "operation": "HOST:PORT/*"
          },
          "name": "default"
         }
        ],
        "include_request_attempt_count": true
       }"#;

/// The end of a route table.
pub(crate) const TABLE_END: &str = r#"
      ],
      "validate_clusters": false,
      "ignore_port_in_host_matching": true
     },
     "last_updated": "2026-11-20T13:38:54.633Z"
    }"#;

/// The end of a dump.
pub(crate) const END: &str = r"
   ]
  }
 ]
}
";

/// A Service, its EndpointSlice and its DestinationRule, as the API server returns them.
pub(crate) const RESOURCES: &str = r#"{"apiVersion":"v1","kind":"Service","metadata":{"name":"SERVICE","namespace":"NAMESPACE"},
"spec":{"clusterIP":"ADDRESS","ports":[{"name":"http","port":PORT,"targetPort":PORT}],"selector":{"app":"SERVICE"}}},
{"apiVersion":"discovery.k8s.io/v1","kind":"EndpointSlice","metadata":{"name":"SERVICE-x","namespace":"NAMESPACE",
"labels":{"kubernetes.io/service-name":"SERVICE"}},"addressType":"IPv4","endpoints":[{"addresses":["ADDRESS"]}],
"ports":[{"name":"http","port":PORT}]},
{"apiVersion":"networking.istio.io/v1","kind":"DestinationRule","metadata":{"name":"SERVICE","namespace":"NAMESPACE"},
"spec":{"host":"HOST","trafficPolicy":{"connectionPool":{"tcp":{"maxConnections":10}}},
"subsets":[{"name":"v1","labels":{"version":"v1"}}]}}"#;
