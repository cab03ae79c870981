package org.tongcheng.app;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.network.Networks;
import org.tongcheng.network.Profile;
import org.tongcheng.planning.IsochroneCache;
import org.tongcheng.planning.PlanningFeatures;
import org.tongcheng.planning.PlanningQuestion;
import org.tongcheng.planning.QuestionReader;
import org.tongcheng.planning.around.Around;
import org.tongcheng.planning.circle.Circle;
import org.tongcheng.planning.claims.Claims;
import org.tongcheng.planning.conflicts.ConflictRules;
import org.tongcheng.planning.conflicts.Conflicts;
import org.tongcheng.planning.connectivity.Connectivity;
import org.tongcheng.planning.continuity.Continuity;
import org.tongcheng.planning.coverage.Coverage;
import org.tongcheng.planning.delineate.Delineate;
import org.tongcheng.planning.extent.Extent;
import org.tongcheng.planning.gain.Gain;
import org.tongcheng.planning.locate.Locate;
import org.tongcheng.planning.nearest.Nearest;
import org.tongcheng.planning.siting.RuleList;
import org.tongcheng.planning.siting.Siting;
import org.tongcheng.planning.siting.SitingRules;
import org.tongcheng.planning.statistics.IndicatorList;
import org.tongcheng.planning.statistics.Statistics;
import org.tongcheng.planning.times.Times;
import org.tongcheng.web.planning.AnswerDesk;
import org.tongcheng.web.planning.Jobs;
import org.tongcheng.web.planning.SiteJson;
import org.tongcheng.web.planning.Workers;

/** The planning questions and the desk that answers them. */
@Configuration(proxyBeanMethods = false)
class PlanningWiring {

    @Bean
    QuestionReader questionReader(Networks networks, Clock clock) {
        return new QuestionReader(() -> networks.profiles().stream().map(Profile::id).toList(), clock);
    }

    @Bean
    IsochroneCache isochroneCache() {
        return new IsochroneCache();
    }

    @Bean
    Circle circle(Networks networks, IsochroneCache isochrones) {
        return new Circle(networks, isochrones);
    }

    @Bean
    Extent extent() {
        return new Extent();
    }

    @Bean
    Coverage coverage(Networks networks, IsochroneCache isochrones) {
        return new Coverage(networks, isochrones);
    }

    @Bean
    Connectivity connectivity(Networks networks) {
        return new Connectivity(networks);
    }

    @Bean
    Conflicts conflicts(TongchengSettings settings) {
        try {
            return new Conflicts(ConflictRules.read(settings.data().resolve("rules").resolve("conflicts.yml")));
        } catch (IllegalArgumentException | IOException e) {
            throw CannotStart.of("tongcheng.data", e);
        }
    }

    @Bean
    SitingRules sitingRules(TongchengSettings settings, Networks networks) {
        try {
            return SitingRules.read(settings.data().resolve("rules"), networks.profiles().stream().map(Profile::id).toList());
        } catch (IllegalArgumentException | IOException e) {
            throw CannotStart.of("tongcheng.data", e);
        }
    }

    @Bean
    Siting siting(SitingRules rules, Networks networks) {
        return new Siting(rules, networks, SiteJson.form(rules.kinds().keySet()));
    }

    @Bean
    RuleList ruleList(SitingRules rules) {
        return new RuleList(rules);
    }

    @Bean
    Locate locate() {
        return new Locate();
    }

    @Bean
    Around around() {
        return new Around();
    }

    @Bean
    Continuity continuity(Networks networks) {
        return new Continuity(networks);
    }

    @Bean
    Delineate delineate(Networks networks) {
        return new Delineate(networks);
    }

    @Bean
    Nearest nearest(Networks networks) {
        return new Nearest(networks);
    }

    @Bean
    Statistics statistics() {
        return new Statistics();
    }

    @Bean
    IndicatorList indicatorList() {
        return new IndicatorList();
    }

    @Bean
    Claims claims(Networks networks) {
        return new Claims(networks);
    }

    @Bean
    Times times(Networks networks) {
        return new Times(networks);
    }

    @Bean
    Gain gain(Networks networks) {
        return new Gain(networks);
    }

    @Bean
    Workers workers(TongchengSettings settings) {
        TongchengSettings.Questions questions = settings.questions();
        try {
            return new Workers(questions.workers() == 0 ? Workers.usual() : questions.workers(), questions.waiting());
        } catch (IllegalArgumentException e) {
            throw CannotStart.of("tongcheng.questions", e);
        }
    }

    @Bean
    AnswerDesk answerDesk(FeatureStore store, PlanningFeatures features, QuestionReader reader, List<PlanningQuestion> questions,
            Workers workers, Networks networks) {
        return new AnswerDesk(store, features, reader, questions, workers, networks::profiles);
    }

    @Bean(destroyMethod = "close")
    Jobs jobs(AnswerDesk desk, FeatureStore store) {
        return new Jobs(desk, store.jobs());
    }
}
