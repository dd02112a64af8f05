{{- define "platform.labels" -}}
app.kubernetes.io/part-of: terrastage
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* What a value says once and several applications need. */}}
{{- define "platform.derived" -}}
{{- if eq .name "external-dns" }}
provider: { name: aws }
policy: sync
registry: txt
txtOwnerId: {{ .root.Values.cluster.name | quote }}
domainFilters:
  {{- toYaml .root.Values.domains | nindent 2 }}
sources: [ingress]
serviceAccount:
  # The name that its role trusts.
  name: external-dns
  annotations:
    eks.amazonaws.com/role-arn: {{ .root.Values.roles.externalDns }}
{{- else if eq .name "load-balancer-controller" }}
clusterName: {{ .root.Values.cluster.name | quote }}
region: {{ .root.Values.cluster.region | quote }}
vpcId: {{ .root.Values.cluster.vpcId | quote }}
serviceAccount:
  name: aws-load-balancer-controller
  annotations:
    eks.amazonaws.com/role-arn: {{ .root.Values.roles.loadBalancerController }}
{{- else }}
{}
{{- end }}
{{- end }}

{{/* Everything is kept as Git has it, and tried again: an application may come before what it needs is ready. */}}
{{- define "platform.sync" -}}
automated: { prune: true, selfHeal: true }
syncOptions:
  - CreateNamespace=true
  - ServerSideApply=true
  # Its kinds may come with an application of an earlier wave.
  - SkipDryRunOnMissingResource=true
retry:
  limit: 10
  backoff: { duration: 10s, factor: 2, maxDuration: 5m }
{{- end }}
