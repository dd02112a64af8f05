// Generated from openapi.yaml by `npm run generate`.
export interface paths {
    "/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What forms and pages offer */
        get: operations["getOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Resources that the caller may read */
        get: operations["listResources"];
        put?: never;
        /** Make a resource (the scaffolder, on behalf of a user) */
        post: operations["createResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Values of the filters, with counts */
        get: operations["getFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan a resource without making it (the scaffolder, on behalf of a user) */
        post: operations["planResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One resource */
        get: operations["getResource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs of a resource, the newest first */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/destroy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Destroy a resource */
        post: operations["destroyResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan a change of a resource, to be confirmed (the scaffolder, on behalf of a user) */
        post: operations["changeResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/upgrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan a resource with the current version of its template, to be confirmed */
        post: operations["upgradeResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/skeletons/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what the current files of a template are (the scaffolder) */
        put: operations["publishSkeleton"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a resource live longer */
        post: operations["extendResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who holds the lock of the state */
        get: operations["getLock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a lock that nobody alive holds */
        post: operations["unlockResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/state-versions/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan with an older version of the state, and write it once that is confirmed (admins) */
        post: operations["restoreState"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/state-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of the Terraform state, the newest first */
        get: operations["listStateVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/state-versions/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is different between two versions of the state */
        get: operations["compareStateVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run with its plan */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of a run: a page as JSON, or all as they come with `Accept: text/event-stream` */
        get: operations["listRunEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a run. Terraform is asked once and given time to save its state. */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the parked plan of a run applied */
        post: operations["confirmRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throw away the parked plan of a run */
        post: operations["discardRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again what a run did not bring about */
        post: operations["retryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CreateResourceRequest: {
            type: string;
            name: string;
            description?: string;
            environment: string;
            owner: string;
            system?: string;
            costCenter: string;
            variables: {
                [key: string]: unknown;
            };
            uses?: {
                [key: string]: string | string[];
            };
            bundle: {
                files: {
                    path: string;
                    /** Format: base64 */
                    content: string;
                }[];
            };
            templateRef?: string;
            templateCommit?: string;
            parameters?: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            expiresAt?: string;
            adopt?: {
                id: string;
            };
        };
        DestroyResourceRequest: {
            confirmName?: string;
        };
        ExtendResourceRequest: {
            /** Format: date-time */
            until?: string;
            byDays?: number;
        };
        UnlockRequest: {
            lockId: string;
        };
        RestoreStateRequest: {
            versionId: string;
        };
        ChangeResourceRequest: {
            type: string;
            name: string;
            description?: string;
            environment: string;
            owner: string;
            system?: string;
            costCenter: string;
            variables: {
                [key: string]: unknown;
            };
            uses?: {
                [key: string]: string | string[];
            };
            bundle: {
                files: {
                    path: string;
                    /** Format: base64 */
                    content: string;
                }[];
            };
            templateRef?: string;
            templateCommit?: string;
            parameters?: {
                [key: string]: unknown;
            };
        };
        UpgradeResourceRequest: Record<string, never>;
        ConfirmRunRequest: {
            planDigest: string;
            name?: string;
        };
        DiscardRunRequest: {
            note?: string;
        };
        RetryRunRequest: {
            /**
             * @default same
             * @enum {string}
             */
            bundle: "same" | "current";
        };
        PublishSkeletonRequest: {
            name: string;
            bundle: {
                files: {
                    path: string;
                    /** Format: base64 */
                    content: string;
                }[];
            };
            commit?: string;
            changelog?: string;
        };
        PlanSummary: {
            create: number;
            update: number;
            replace: number;
            delete: number;
            import: number;
            changes: {
                address: string;
                type: string;
                name: string;
                /** @enum {string} */
                action: "create" | "update" | "replace" | "delete" | "import" | "read" | "no-op";
                imported?: boolean;
            }[];
        };
        PlanDetail: {
            terraformVersion: string;
            formatVersion: string;
            changes: {
                address: string;
                type: string;
                name: string;
                providerName: string;
                /** @enum {string} */
                action: "create" | "update" | "replace" | "delete" | "import" | "read" | "no-op";
                imported?: boolean;
                attributes: {
                    path: string;
                    before?: unknown;
                    after?: unknown;
                    beforeSensitive?: boolean;
                    afterSensitive?: boolean;
                    afterUnknown?: boolean;
                    forcesReplacement?: boolean;
                    inputs?: string[];
                }[];
            }[];
            outputs: {
                name: string;
                /** @enum {string} */
                action: "create" | "update" | "replace" | "delete" | "import" | "read" | "no-op";
                sensitive: boolean;
            }[];
            drift: {
                address: string;
                type: string;
                /** @enum {string} */
                action: "create" | "update" | "replace" | "delete" | "import" | "read" | "no-op";
                attributes: {
                    path: string;
                    before?: unknown;
                    after?: unknown;
                    beforeSensitive?: boolean;
                    afterSensitive?: boolean;
                    afterUnknown?: boolean;
                    forcesReplacement?: boolean;
                    inputs?: string[];
                }[];
            }[];
        };
        RunView: {
            id: string;
            resourceId: string;
            resourceName: string;
            resourceType: string;
            environment: string;
            owner: string;
            /** @enum {string} */
            operation: "plan" | "apply" | "adopt" | "destroy" | "unlock" | "restore";
            /** @enum {string} */
            status: "pending" | "planning" | "planned" | "awaiting_approval" | "applying" | "applied" | "planned_and_finished" | "policy_denied" | "discarded" | "canceled" | "failed" | "interrupted" | "recovering" | "needs_attention";
            attempt: number;
            requestedBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            plannedAt?: string;
            /** Format: date-time */
            applyingAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            queuePosition?: number;
            bundleDigest: string;
            planDigest?: string;
            summary?: components["schemas"]["PlanSummary"];
            steps: {
                step: string;
                /** @enum {string} */
                status: "started" | "finished" | "failed" | "skipped";
                /** Format: date-time */
                startedAt: string;
                durationMs?: number;
            }[];
            progress?: {
                done: number;
                total: number;
                current: {
                    address: string;
                    /** @enum {string} */
                    action: "create" | "update" | "replace" | "delete" | "import" | "read" | "no-op";
                    /** Format: date-time */
                    since: string;
                }[];
            };
            failure?: {
                code: string;
                message: string;
                step?: string;
                lock?: {
                    id: string;
                    who: string;
                    operation: string;
                    created: string;
                };
            };
            /** Format: date-time */
            cancelRequestedAt?: string;
            cancelRequestedBy?: string;
            orphans?: string[];
            usage?: {
                maxRssBytes: number;
            };
            cancelable: boolean;
            retryOf?: string;
            versions?: {
                from: string;
                to: string;
            };
            decision?: {
                /** @enum {string} */
                type: "confirmed" | "discarded";
                /** Format: date-time */
                at: string;
                by?: string;
                note?: string;
            };
            /** Format: date-time */
            decideBy?: string;
            actions: {
                decide: boolean;
                retry: boolean;
            };
        };
        RunDetail: {
            id: string;
            resourceId: string;
            resourceName: string;
            resourceType: string;
            environment: string;
            owner: string;
            /** @enum {string} */
            operation: "plan" | "apply" | "adopt" | "destroy" | "unlock" | "restore";
            /** @enum {string} */
            status: "pending" | "planning" | "planned" | "awaiting_approval" | "applying" | "applied" | "planned_and_finished" | "policy_denied" | "discarded" | "canceled" | "failed" | "interrupted" | "recovering" | "needs_attention";
            attempt: number;
            requestedBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            plannedAt?: string;
            /** Format: date-time */
            applyingAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            queuePosition?: number;
            bundleDigest: string;
            planDigest?: string;
            summary?: components["schemas"]["PlanSummary"];
            steps: {
                step: string;
                /** @enum {string} */
                status: "started" | "finished" | "failed" | "skipped";
                /** Format: date-time */
                startedAt: string;
                durationMs?: number;
            }[];
            progress?: {
                done: number;
                total: number;
                current: {
                    address: string;
                    /** @enum {string} */
                    action: "create" | "update" | "replace" | "delete" | "import" | "read" | "no-op";
                    /** Format: date-time */
                    since: string;
                }[];
            };
            failure?: {
                code: string;
                message: string;
                step?: string;
                lock?: {
                    id: string;
                    who: string;
                    operation: string;
                    created: string;
                };
            };
            /** Format: date-time */
            cancelRequestedAt?: string;
            cancelRequestedBy?: string;
            orphans?: string[];
            usage?: {
                maxRssBytes: number;
            };
            cancelable: boolean;
            retryOf?: string;
            versions?: {
                from: string;
                to: string;
            };
            decision?: {
                /** @enum {string} */
                type: "confirmed" | "discarded";
                /** Format: date-time */
                at: string;
                by?: string;
                note?: string;
            };
            /** Format: date-time */
            decideBy?: string;
            actions: {
                decide: boolean;
                retry: boolean;
            };
            plan?: components["schemas"]["PlanDetail"];
        };
        RunEvent: {
            seq: number;
            /** Format: date-time */
            time: string;
            /** @constant */
            type: "status";
            /** @enum {string} */
            status: "pending" | "planning" | "planned" | "awaiting_approval" | "applying" | "applied" | "planned_and_finished" | "policy_denied" | "discarded" | "canceled" | "failed" | "interrupted" | "recovering" | "needs_attention";
            failure?: {
                code: string;
                message: string;
                step?: string;
                lock?: {
                    id: string;
                    who: string;
                    operation: string;
                    created: string;
                };
            };
        } | {
            seq: number;
            /** Format: date-time */
            time: string;
            /** @constant */
            type: "step";
            step: string;
            /** @enum {string} */
            status: "started" | "finished" | "failed" | "skipped";
            durationMs?: number;
        } | {
            seq: number;
            /** Format: date-time */
            time: string;
            /** @constant */
            type: "progress";
            done: number;
            total: number;
            current: {
                address: string;
                /** @enum {string} */
                action: "create" | "update" | "replace" | "delete" | "import" | "read" | "no-op";
                /** Format: date-time */
                since: string;
            }[];
        } | {
            seq: number;
            /** Format: date-time */
            time: string;
            /** @constant */
            type: "log";
            /** @enum {string} */
            source: "portal" | "runner" | "terraform";
            /** @enum {string} */
            level: "debug" | "info" | "warn" | "error";
            message: string;
        } | {
            seq: number;
            /** Format: date-time */
            time: string;
            /** @constant */
            type: "diagnostic";
            /** @enum {string} */
            severity: "error" | "warning";
            summary: string;
            detail: string;
            address?: string;
            file?: string;
            line?: number;
            snippet?: string;
        } | {
            seq: number;
            /** Format: date-time */
            time: string;
            /** @constant */
            type: "plan";
            summary: components["schemas"]["PlanSummary"];
        } | {
            seq: number;
            /** Format: date-time */
            time: string;
            /** @constant */
            type: "plan_detail";
        };
        RunEventsPage: {
            items: components["schemas"]["RunEvent"][];
            end: boolean;
        };
        RunPage: {
            items: components["schemas"]["RunView"][];
        };
        ResourceView: {
            id: string;
            shortId: string;
            type: string;
            name: string;
            environment: string;
            /** @enum {string} */
            status: "draft" | "creating" | "active" | "updating" | "deleting" | "failed" | "needs_attention" | "deleted";
            owner: string;
            createdBy: string;
            system?: string;
            region: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            expiresAt?: string;
            run?: {
                id: string;
                /** @enum {string} */
                operation: "plan" | "apply" | "adopt" | "destroy" | "unlock" | "restore";
                /** @enum {string} */
                status: "pending" | "planning" | "planned" | "awaiting_approval" | "applying" | "applied" | "planned_and_finished" | "policy_denied" | "discarded" | "canceled" | "failed" | "interrupted" | "recovering" | "needs_attention";
            };
            entityRef: string;
            templateVersion: string;
            upgradeVersion?: string;
            links: {
                title: string;
                url: string;
                icon?: string;
            }[];
            uses: {
                id: string;
                name: string;
                type: string;
                entityRef: string;
                relation: string;
            }[];
        };
        ResourceDetail: {
            id: string;
            shortId: string;
            type: string;
            name: string;
            environment: string;
            /** @enum {string} */
            status: "draft" | "creating" | "active" | "updating" | "deleting" | "failed" | "needs_attention" | "deleted";
            owner: string;
            createdBy: string;
            system?: string;
            region: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            expiresAt?: string;
            run?: {
                id: string;
                /** @enum {string} */
                operation: "plan" | "apply" | "adopt" | "destroy" | "unlock" | "restore";
                /** @enum {string} */
                status: "pending" | "planning" | "planned" | "awaiting_approval" | "applying" | "applied" | "planned_and_finished" | "policy_denied" | "discarded" | "canceled" | "failed" | "interrupted" | "recovering" | "needs_attention";
            };
            entityRef: string;
            templateVersion: string;
            upgradeVersion?: string;
            links: {
                title: string;
                url: string;
                icon?: string;
            }[];
            uses: {
                id: string;
                name: string;
                type: string;
                entityRef: string;
                relation: string;
            }[];
            description?: string;
            costCenter: string;
            templateRef?: string;
            templateCommit?: string;
            template?: {
                version: string;
                commit?: string;
                upgrade?: {
                    version: string;
                    changelog: {
                        version: string;
                        text: string;
                    }[];
                };
                deprecated?: {
                    since: string;
                    message: string;
                };
                retired?: {
                    since: string;
                    message: string;
                };
            };
            parameters?: {
                [key: string]: unknown;
            };
            inputs: {
                [key: string]: unknown;
            };
            outputs: {
                [key: string]: {
                    sensitive: boolean;
                    value?: unknown;
                };
            };
            tags: {
                [key: string]: string;
            };
            account: string;
            state: {
                bucket: string;
                key: string;
                region: string;
                lineage?: string;
                serial?: number;
                versionId?: string;
                terraformVersion?: string;
            };
            bundleDigest: string;
            managed: {
                address: string;
                type: string;
                name: string;
                id?: string;
                arn?: string;
            }[];
            usedBy: {
                id: string;
                name: string;
                type: string;
                entityRef: string;
                relation: string;
                environment: string;
                /** @enum {string} */
                status: "draft" | "creating" | "active" | "updating" | "deleting" | "failed" | "needs_attention" | "deleted";
            }[];
            usedByOthers: number;
            actions: {
                extend: boolean;
                destroy: boolean;
                change: boolean;
                upgrade: boolean;
            };
        };
        ResourcePage: {
            items: components["schemas"]["ResourceView"][];
            total: number;
            nextCursor?: string;
            prevCursor?: string;
        };
        ResourceFacets: {
            type: {
                [key: string]: number;
            };
            environment: {
                [key: string]: number;
            };
            owner: {
                [key: string]: number;
            };
            status: {
                [key: string]: number;
            };
        };
        StartedRun: {
            resource: components["schemas"]["ResourceDetail"];
            run: components["schemas"]["RunView"];
        };
        StateVersionPage: {
            items: {
                versionId: string;
                /** Format: date-time */
                modifiedAt: string;
                size: number;
                current: boolean;
                /** @enum {string} */
                kind: "state" | "deleted" | "empty" | "unreadable";
                serial?: number;
                lineage?: string;
                terraformVersion?: string;
                managed?: number;
                run?: {
                    id: string;
                    /** @enum {string} */
                    operation: "plan" | "apply" | "adopt" | "destroy" | "unlock" | "restore";
                    /** @enum {string} */
                    status: "pending" | "planning" | "planned" | "awaiting_approval" | "applying" | "applied" | "planned_and_finished" | "policy_denied" | "discarded" | "canceled" | "failed" | "interrupted" | "recovering" | "needs_attention";
                };
            }[];
            nextCursor?: string;
        };
        StateComparison: {
            from: {
                versionId: string;
                serial?: number;
                lineage?: string;
            };
            to: {
                versionId: string;
                serial?: number;
                lineage?: string;
            };
            sameLineage: boolean;
            resources: {
                address: string;
                type: string;
                /** @enum {string} */
                kind: "added" | "changed" | "removed";
                attributes: {
                    path: string;
                    before?: unknown;
                    after?: unknown;
                    beforeSensitive?: boolean;
                    afterSensitive?: boolean;
                    afterUnknown?: boolean;
                    forcesReplacement?: boolean;
                    inputs?: string[];
                }[];
            }[];
            outputs: {
                name: string;
                /** @enum {string} */
                kind: "added" | "changed" | "removed";
                sensitive: boolean;
                before?: unknown;
                after?: unknown;
            }[];
        };
        StateLock: {
            lock?: {
                id: string;
                who: string;
                operation: string;
                created: string;
            };
            /** @enum {string} */
            holder?: "alive" | "dead" | "unknown";
            run?: {
                id: string;
                /** @enum {string} */
                operation: "plan" | "apply" | "adopt" | "destroy" | "unlock" | "restore";
                /** @enum {string} */
                status: "pending" | "planning" | "planned" | "awaiting_approval" | "applying" | "applied" | "planned_and_finished" | "policy_denied" | "discarded" | "canceled" | "failed" | "interrupted" | "recovering" | "needs_attention";
                /** Format: date-time */
                heartbeatAt?: string;
            };
            unlockable: boolean;
        };
        PublishedSkeleton: {
            type: string;
            name: string;
            version: string;
            bundleDigest: string;
            commit?: string;
        };
        Options: {
            types: {
                name: string;
                title: string;
            }[];
            environments: {
                name: string;
                title: string;
                region: string;
                account: string;
                resourceTypes: {
                    [key: string]: {
                        /** @default {} */
                        defaults: {
                            [key: string]: unknown;
                        };
                        /** @default {} */
                        limits: {
                            [key: string]: {
                                allowed?: (string | number | boolean)[];
                                min?: number;
                                max?: number;
                            };
                        };
                    };
                };
                lifetime: {
                    defaultDays?: number;
                    maximumDays?: number;
                };
            }[];
            costCenters: {
                name: string;
                title: string;
            }[];
            owners: string[];
            admin: boolean;
        };
        Error: {
            error: {
                name: string;
                message: string;
            } & {
                [key: string]: unknown;
            };
            request?: {
                [key: string]: unknown;
            };
            response: {
                statusCode: number;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lists */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Options"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listResources: {
        parameters: {
            query?: {
                mine?: "true" | "false";
                owner?: string[];
                type?: string[];
                environment?: string[];
                status?: ("draft" | "creating" | "active" | "updating" | "deleting" | "failed" | "needs_attention" | "deleted")[];
                q?: string;
                sort?: "name" | "type" | "environment" | "status" | "owner" | "createdAt" | "updatedAt" | "expiresAt";
                order?: "asc" | "desc";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourcePage"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createResource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body answers with the same run; with another body: 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateResourceRequest"];
            };
        };
        responses: {
            /** @description The run is queued */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRun"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A run of this resource is active; the answer links to it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The request is larger than a bundle may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getFacets: {
        parameters: {
            query?: {
                mine?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceFacets"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    planResource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body answers with the same run; with another body: 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateResourceRequest"];
            };
        };
        responses: {
            /** @description The run is queued */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRun"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A run of this resource is active; the answer links to it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The request is larger than a bundle may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the resource */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDetail"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the resource */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPage"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    destroyResource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body answers with the same run; with another body: 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the resource */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DestroyResourceRequest"];
            };
        };
        responses: {
            /** @description The run is queued */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRun"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A run of this resource is active; the answer links to it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The request is larger than a bundle may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeResource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body answers with the same run; with another body: 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the resource */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeResourceRequest"];
            };
        };
        responses: {
            /** @description The run is queued */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRun"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A run of this resource is active; the answer links to it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The request is larger than a bundle may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    upgradeResource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body answers with the same run; with another body: 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the resource */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpgradeResourceRequest"];
            };
        };
        responses: {
            /** @description The run is queued */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRun"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A run of this resource is active; the answer links to it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The request is larger than a bundle may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    publishSkeleton: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Type of the resources that it makes */
                type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishSkeletonRequest"];
            };
        };
        responses: {
            /** @description It is current now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedSkeleton"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The request is larger than a bundle may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    extendResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the resource */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendResourceRequest"];
            };
        };
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDetail"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It never expires, or is gone */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getLock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the resource */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lock, if there is one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateLock"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The state bucket cannot be read now */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    unlockResource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body answers with the same run; with another body: 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the resource */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnlockRequest"];
            };
        };
        responses: {
            /** @description The run is queued */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRun"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A run of this resource is active; the answer links to it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The request is larger than a bundle may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    restoreState: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body answers with the same run; with another body: 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the resource */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreStateRequest"];
            };
        };
        responses: {
            /** @description The run is queued */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRun"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A run of this resource is active; the answer links to it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The request is larger than a bundle may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listStateVersions: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the resource */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateVersionPage"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The state bucket cannot be read now */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    compareStateVersions: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description Id of the resource */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateComparison"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The state bucket cannot be read now */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDetail"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listRunEvents: {
        parameters: {
            query?: {
                /** @description Only events with a larger `seq`. A reconnecting stream may say it as `Last-Event-ID`. */
                after?: number;
            };
            header?: never;
            path: {
                /** @description Id of the run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunEventsPage"];
                    "text/event-stream": string;
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cancelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cancel is noted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The run is over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    confirmRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the run */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmRunRequest"];
            };
        };
        responses: {
            /** @description It is queued to be applied */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It waits for no decision, or its plan is another */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    discardRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the run */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscardRunRequest"];
            };
        };
        responses: {
            /** @description It is discarded */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It waits for no decision, or its plan is another */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    retryRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body answers with the same run; with another body: 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the run */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryRunRequest"];
            };
        };
        responses: {
            /** @description The run is queued */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRun"];
                };
            };
            /** @description The request is malformed; the message names the field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or none that count */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or it is not the caller’s */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A run of this resource is active; the answer links to it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The request is larger than a bundle may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The idempotency key was used for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
